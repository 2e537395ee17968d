import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { Browser } from 'playwright-core';
import { TEMPLATES } from '../features/designer/palette/templates';
import { cohortsOf, type PersonState, type Reader, readAs, stateOfCohort } from './api';
import { type App, startApp } from './app';
import { openBrowser, PHONE, shoot, signIn, type Visitor, visit, WIDE } from './browser';
import { Publishing } from './pages/publishing';
import { wordsOf } from './words';

const PLAN = 'retail-new-manager';
const REHEARSAL = { 'zh-CN': '绩效辅导实战演练', en: 'Coaching rehearsal' };
const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { userErrors { message } } }`;

/** Number of people in the sentence about the rehearsal that has these words; 0 when there is none. */
function peopleIn(sentences: readonly string[], title: string, words: string): number {
  const sentence = sentences.find((each) => each.includes(title) && each.includes(words));
  return Number(/\d+/.exec(sentence ?? '')?.[0] ?? 0);
}

describe.each([
  { locale: 'zh-CN' as const, size: WIDE, waived: '免除', now: '立即开放', later: '之后开放' },
  { locale: 'en' as const, size: PHONE, waived: 'is waived', now: 'opens at once', later: 'opens later' },
])('publishing a plan that people are in the middle of, in $locale', ({ locale, size, waived, now, later }) => {
  const say = wordsOf(locale);
  let app: App;
  let browser: Browser;
  let hr: Visitor;
  let reader: Reader;

  const everybody = async () => {
    const cohorts = (await cohortsOf(reader)).filter(({ plan }) => plan.key === PLAN);
    return (await Promise.all(cohorts.map(({ id }) => stateOfCohort(reader, id)))).flat();
  };
  /** A plugin gives the plan's score a moment after the start; no move decides it. */
  const withoutScore = (person: PersonState): unknown =>
    JSON.parse(JSON.stringify(person, (key, value) => (key === 'score' ? undefined : value)));
  const rehearsalOf = ({ items }: PersonState) => items.find(({ key }) => key === TEMPLATES.rehearsal.key)?.state;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    reader = await readAs(app.apiUrl, 'hr');
    hr = await visit(browser, app.studioUrl, { size, locale });
    await signIn(hr, 'hr');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('says who is spared the new task, and lets HR have it reach them instead', async () => {
    const { plan } = await reader.read<{ plan: { draft: { revision: number; definition: PlanDefinition } } }>(
      'query ($key: String!) { plan(key: $key) { draft { revision definition } } }',
      { key: PLAN },
    );
    const { revision, definition } = plan.draft;
    const changed = {
      ...definition,
      stages: definition.stages.map((stage) => ({
        ...stage,
        items: [
          ...stage.items.map((item) =>
            item.key === 'interviews' && item.due && 'offset' in item.due
              ? { ...item, due: { ...item.due, offset: 10 } }
              : item,
          ),
          ...(stage.key === 'team-management' ? [TEMPLATES.rehearsal] : []),
        ],
      })),
    };
    const saved = await reader.read(SAVE, {
      input: { planKey: PLAN, definition: changed, expectedRevision: revision },
    });
    expect(saved).toEqual({ saveDraft: { userErrors: [] } });
    const before = await everybody();

    const publishing = new Publishing(hr.page, say);
    await publishing.open(PLAN);
    await publishing.moveToo();
    const spared = await publishing.happens();
    const [sparedNow, opensLater] = [waived, later].map((words) => peopleIn(spared, REHEARSAL[locale], words));
    const moves = await publishing.moves();
    expect((sparedNow ?? 0) + (opensLater ?? 0) + peopleIn(spared, REHEARSAL[locale], now)).toBe(moves);
    expect(sparedNow).toBeGreaterThan(0);
    await shoot(hr.page, `publish-preview-${locale}`);

    await publishing.newItems('REQUIRE_FROM_NOW');
    const reached = await publishing.happens();
    expect(peopleIn(reached, REHEARSAL[locale], waived)).toBe(0);
    const opens = peopleIn(reached, REHEARSAL[locale], now);
    expect(opens).toBe((sparedNow ?? 0) + peopleIn(spared, REHEARSAL[locale], now));
    await shoot(hr.page, `publish-preview-required-${locale}`);
    await publishing.publishAndMove(2, moves);

    const after = await everybody();
    const moved = after.filter(({ planVersion }) => planVersion.number === 2);
    expect(moved).toHaveLength(moves);
    expect(moved.filter((person) => rehearsalOf(person) === 'AVAILABLE')).toHaveLength(opens);
    expect(moved.filter((person) => rehearsalOf(person) === 'EXCUSED')).toHaveLength(0);
    expect(moved.filter((person) => rehearsalOf(person) === 'LOCKED')).toHaveLength(opensLater ?? 0);
    // Whose plan has ended was not ticked, and is where they were.
    const stayed = after.filter(({ planVersion }) => planVersion.number === 1);
    expect(stayed.map(withoutScore)).toEqual(
      before.filter(({ id }) => stayed.some((person) => person.id === id)).map(withoutScore),
    );
    expect(hr.complaints).toEqual([]);
  });
});

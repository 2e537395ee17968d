import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, plainDateIn } from '@planwright/schema/time';
import { demoOrganisation } from '@planwright/seeds';
import type { Browser } from 'playwright-core';
import { currentVersionOf, enterAs, type Reader, readAs } from './api';
import { type App, startApp } from './app';
import { openBrowser, shoot, signIn, type Visitor, visit } from './browser';
import { ExperimentPage } from './pages/experiment';
import { Measurements } from './pages/measurements';
import { Publishing } from './pages/publishing';
import { type ExportFormat, Report } from './pages/report';
import { Sandbox } from './pages/sandbox';
import { type Say, wordsOf } from './words';

const PLAN = 'retail-new-manager';
const METRIC = 'team-performance';
const FIRST_CYCLE = '2026 夏季零售新经理';
const ZONE = 'Asia/Shanghai';
/** Twenty-four and twenty-four. */
const GROUPS = [
  { department: '华东零售区', key: 'retail-east', job: 'store-manager' },
  { department: '华南零售区', key: 'retail-south', job: 'area-manager' },
  { department: '产品部', key: 'product' },
];
const PEOPLE = 48;

const STORIES = [
  {
    locale: 'zh-CN' as const,
    shares: [/92\s*%/, /88\s*%/, /100\s*%/],
    moreDays: /推迟 3 天/,
    steps: /初稿[\s\S]*修改稿[\s\S]*定稿/,
    rehearsal: /实战演练/,
    better: /更好|提高|高/,
    sandbox: '第二版对照',
  },
  {
    locale: 'en' as const,
    shares: [/92\s*%/, /88\s*%/, /100\s*%/],
    moreDays: /3 days later/,
    steps: /“Draft”[\s\S]*“Revision”[\s\S]*“Final”/,
    rehearsal: /rehearsal/,
    better: /better|higher/i,
    sandbox: 'Version two, compared',
  },
];

/** How a file of each kind begins. */
const BEGINS: Record<ExportFormat, string> = { PDF: '%PDF-1.', XLSX: 'PK', CSV: '', JSON: '{', BUNDLE: 'PK' };

describe.each(STORIES)('what came of the first cycle, in $locale', (story) => {
  const { locale } = story;
  const say: Say = wordsOf(locale);
  let app: App;
  let browser: Browser;
  let hr: Visitor;
  let reader: Reader;
  let report: Report;
  let before: Awaited<ReturnType<typeof currentVersionOf>>;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    reader = await readAs(app.apiUrl, 'hr');
    before = await currentVersionOf(reader, PLAN);
    hr = await visit(browser, app.studioUrl, { locale });
    await signIn(hr, 'hr');
    report = new Report(hr.page, say);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('the report gives 92, 88 and 100 of 100, each with its count, and what it is worth', async () => {
    await report.make(FIRST_CYCLE);
    const process = await report.text('process');
    for (const share of story.shares) expect(process).toMatch(share);
    for (const counted of ['184 / 200', '176 / 200', '80 / 80']) expect(process).toContain(counted);
    expect(await report.text('items')).toContain('19 / 20');
    expect(await report.headline.innerText()).not.toBe('');
    await shoot(hr.page, `outcomes-report-${locale}`);
  });

  it('it finds the course and the two tasks, each with its grade', async () => {
    const grade = (rule: string, item: string) =>
      report.finding(rule, item).locator('[data-grade]').getAttribute('data-grade');
    expect(await grade('R40', 'performance-coaching')).toBe('MODERATE');
    expect(await grade('R39', 'interviews')).toBe('STRONG');
    expect(['STRONG', 'MODERATE']).toContain(await grade('R39', 'goal-plan'));
    const course = await report.finding('R40', 'performance-coaching').innerText();
    expect(course).toMatch(/95\s*%/);
    expect(course).toMatch(/70\.0/);
  });

  it.each<ExportFormat>(['PDF', 'XLSX', 'CSV', 'JSON', 'BUNDLE'])('it is taken along as %s', async (format) => {
    if (format === 'PDF') await report.openExport();
    const { name, bytes } = await report.download(format);
    expect(name).toMatch(/\.(pdf|xlsx|csv|json|zip)$/);
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes.toString('latin1').startsWith(BEGINS[format])).toBe(true);
    if (format === 'JSON') expect(JSON.parse(bytes.toString('utf8'))).toHaveProperty('manifest');
  });

  it('taking the findings up makes a draft with exactly their edits, and that becomes the next version', async () => {
    await hr.page.keyboard.press('Escape');
    const edits = [
      ...(await report.takeUp('R40', 'performance-coaching')),
      ...(await report.takeUp('R39', 'interviews')),
      ...(await report.takeUp('R39', 'goal-plan')),
    ].join('\n');
    expect(edits).toMatch(story.moreDays);
    expect(edits).toMatch(story.steps);
    expect(edits).toMatch(story.rehearsal);
    await report
      .finding('R39', 'goal-plan')
      .getByRole('link', { name: say('reports.findings.compareDraft') })
      .click();
    const publishing = new Publishing(hr.page, say);
    const changes = (await publishing.changes()).join('\n');
    expect(changes).toMatch(/10/);
    await shoot(hr.page, `outcomes-changes-${locale}`);
    await publishing.publish(before.number + 1, story.sandbox);
    const after = await currentVersionOf(reader, PLAN);
    const keys = ({ definition }: typeof before) =>
      definition.stages.flatMap(({ items }) => items.map(({ key }) => key));
    expect(after.number).toBe(before.number + 1);
    expect(
      keys(after)
        .filter((key) => !keys(before).includes(key))
        .sort(),
    ).toEqual(['performance-coaching-cases', 'performance-coaching-rehearsal']);
    expect(keys(before).filter((key) => !keys(after).includes(key))).toEqual([]);
  });

  it('an experiment of both versions with 24 and 24 people goes to its verdict in a sandbox', async () => {
    const { page } = hr;
    const sandbox = new Sandbox(page, say);
    await sandbox.create(story.sandbox);
    await enterAs(reader, story.sandbox);
    const now = async () =>
      (await reader.read<{ viewer: { workspace: { now: string } } }>('{ viewer { workspace { now } } }')).viewer
        .workspace.now;
    const emails = demoOrganisation()
      .people.filter(({ departmentKey, jobRole }) =>
        GROUPS.some(({ key, job }) => key === departmentKey && (job === undefined || job === jobRole)),
      )
      .map(({ email }) => email);
    expect(emails).toHaveLength(PEOPLE);
    const measurements = new Measurements(page, say);
    await measurements.paste(
      METRIC,
      emails.map((email, i) => [email, 60 + (i % 9), 'yes']),
    );

    const experiment = new ExperimentPage(page, say);
    const shown = await experiment.design({
      name: story.sandbox,
      hypothesis: story.sandbox,
      plan: PLAN,
      versions: [before.number, before.number + 1],
      metricKey: METRIC,
      smallestEffect: '5',
      groups: GROUPS,
      cohort: story.sandbox,
    });
    expect(shown).toMatch(/48|24/);
    await experiment.begin(PEOPLE);
    const path = new URL(page.url()).pathname;
    await shoot(page, `outcomes-locked-${locale}`);

    await sandbox.move('twelveWeeks', 'MIXED');
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const { node } = await reader.read<{
      node: { analysisOn: string; members: { person: { email: string }; version: { number: number } }[] };
    }>(
      'query ($id: ID!) { node(id: $id) { ... on Experiment { analysisOn members { person { email } version { number } } } } }',
      { id },
    );
    const versionOf = new Map(node.members.map(({ person, version }) => [person.email, version.number]));
    const count = (number: number) => [...versionOf.values()].filter((one) => one === number).length;
    expect([count(before.number), count(before.number + 1)]).toEqual([24, 24]);
    await measurements.paste(
      METRIC,
      emails.map((email, i) => [
        email,
        60 + (i % 9) + (i % 5) + (versionOf.get(email) === before.number ? 0 : 15),
        'no',
      ]),
    );
    await page.goto(path);
    await experiment.locked.waitFor();
    expect(await experiment.verdict.count()).toBe(0);

    expect(plainDateIn(await now(), ZONE) < node.analysisOn).toBe(true);
    await sandbox.moveTo(`${addDays(node.analysisOn, 1)}T09:00`, 'NOBODY');
    await page.goto(path);
    // The day alone shows nothing: somebody opens the results, and from then on they stay.
    await experiment.locked.waitFor();
    expect(await experiment.verdict.count()).toBe(0);
    await experiment.open();
    expect(await experiment.verdict.innerText()).toMatch(story.better);
    expect(await experiment.verdict.innerText()).toContain(say('experiments.verdict.BETTER_MEANINGFUL'));
    await experiment.decide(say('experiments.decide.ROLL_OUT', { number: before.number + 1 }), 'It is better');
    await shoot(page, `outcomes-verdict-${locale}`);
    expect(hr.complaints).toEqual([]);
  });
});

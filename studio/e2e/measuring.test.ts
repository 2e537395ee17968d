import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { cohortsOf, readAs } from './api';
import { type App, startApp } from './app';
import { openBrowser, signIn, type Visitor, visit } from './browser';
import { Metrics } from './pages/metrics';
import { SurveyForm, Surveys } from './pages/surveys';
import { surveyLink } from './surveys';
import { wordsOf } from './words';

const SMALL_PHONE = { width: 360, height: 740 };
const say = wordsOf('zh-CN');

let app: App;
let browser: Browser;
let hr: Visitor;
let phone: Visitor;
let cohortId = '';
/** Where the link leads that one learner got. */
let address = '';

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  const cohorts = await cohortsOf(await readAs(app.apiUrl, 'hr'));
  cohortId = cohorts.find(({ weekNow, weeks }) => weekNow !== null && weekNow <= weeks)?.id ?? '';
  [hr, phone] = await Promise.all([
    visit(browser, app.studioUrl),
    visit(browser, app.studioUrl, { size: SMALL_PHONE }),
  ]);
  await signIn(hr, 'hr');
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** HR asks the cohort’s learners; the link of one of them. */
async function newLink(): Promise<string> {
  const [asHr, asLearner] = await Promise.all([readAs(app.apiUrl, 'hr'), readAs(app.apiUrl, 'learner')]);
  return `${app.studioUrl}/survey/${await surveyLink(asHr, asLearner, cohortId)}`;
}

describe('a survey', () => {
  it('is opened from the cohort’s page, which shows HR counts and no link', async () => {
    const surveys = new Surveys(hr.page, say);
    await surveys.openFromBoard(cohortId);
    await surveys.ask();
    const round = (await surveys.newest.textContent()) ?? '';
    expect(round).toMatch(/已答 0 \/ \d+ 份/);
    expect(round).toContain(say('surveys.results.running'));
    expect(await hr.page.content()).not.toMatch(/\/survey\/[\w-]{43}/);
  });

  it('is answered on a small phone without an account, by keyboard, through a reload and a change of language', async () => {
    const { page } = phone;
    const form = new SurveyForm(page, say);
    address = await newLink();
    await form.open(address);
    expect(await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    for (const { width, height } of await form.boxes(0)) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);

    // The language is the first stop; the scale takes the arrows.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    expect(await form.chosen(0)).toBe('4');

    await form.send();
    await form.untilSays('survey.missing');
    expect(
      await form.questions
        .nth(1)
        .locator('input')
        .first()
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);

    await form.choose(1, 5);
    await form.choose(2, 3);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByText(wordsOf('en')('survey.answered', { answered: 3, of: 3 }), { exact: true }).waitFor();
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.reload();
    await page.getByTestId('send').waitFor();
    expect([await form.chosen(0), await form.chosen(1), await form.chosen(2)]).toEqual([
      '4',
      `5 ${say('survey.highest')}`,
      '3',
    ]);

    // What was chosen stays when the network is away.
    expect(phone.complaints).toEqual([]);
    await phone.context.setOffline(true);
    await form.send();
    await form.untilSays('survey.notSent');
    await phone.context.setOffline(false);
    await form.send();
    await form.untilSays('survey.end.thanks.title');
  });

  it('is taken once, and a link that is not ours leads nowhere', async () => {
    const other = await visit(browser, app.studioUrl, { size: SMALL_PHONE });
    await other.page.goto(address);
    await new SurveyForm(other.page, say).untilSays('survey.end.answered.title');
    await other.page.goto('/survey/not-one-of-ours');
    await new SurveyForm(other.page, say).untilSays('survey.end.dead.title');
    await other.context.close();
  });

  it('tells HR how many answered, and nothing of what they said while it runs', async () => {
    const surveys = new Surveys(hr.page, say);
    await hr.page.reload();
    await surveys.newest.waitFor();
    const round = (await surveys.newest.textContent()) ?? '';
    expect(round).toMatch(/已答 1 \/ \d+ 份/);
    expect(round).toContain(say('surveys.results.running'));
    expect(hr.complaints).toEqual([]);
  });
});

describe('a metric of one’s own', () => {
  const key = 'store-audit';
  const title = '门店巡检得分';
  let names: string[] = [];

  beforeAll(async () => {
    const reader = await readAs(app.apiUrl, 'hr');
    const { cohort } = await reader.read<{
      cohort: { enrolments: { edges: { node: { person: { name: string } } }[] } };
    }>(
      'query ($id: ID!) { cohort(id: $id) { id enrolments(first: 3) { edges { node { id person { id name } } } } } }',
      { id: cohortId },
    );
    names = cohort.enrolments.edges.map(({ node }) => node.person.name);
  });

  it('is created, and takes a value by hand', async () => {
    const metrics = new Metrics(hr.page, say);
    await hr.page.goto('/outcomes');
    await metrics.create(title, key, 100);
    await hr.page.getByText(say('outcomes.none.title'), { exact: true }).waitFor();
    await metrics.enter(names[0] ?? '', 62.5, { baseline: true });
    expect(await metrics.rows(1)).toEqual([`${names[0]} 62.5 ${say('outcomes.baseline')}`]);
  });

  it('takes a pasted table without the rows that are wrong, and says at which cell', async () => {
    const metrics = new Metrics(hr.page, say);
    const dialog = await metrics.check(`姓名\t数值\n${names[1]}\t88\n${names[2]}\t188\n`);
    await dialog.getByText(say('outcomes.import.count.RECORDED', { count: 1 })).waitFor();
    await dialog.getByText(say('outcomes.import.count.REFUSED', { count: 1 })).waitFor();
    const wrong = await dialog.locator('td[data-wrong]').allTextContents();
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(/^188.*100/);
    await dialog.getByTestId('import-rows').click();
    await dialog.waitFor({ state: 'detached' });
    const rows = await metrics.rows(2);
    expect(rows.sort()).toEqual(
      [`${names[0]} 62.5 ${say('outcomes.baseline')}`, `${names[1]} 88 ${say('outcomes.result')}`].sort(),
    );
  });

  it('takes the baselines of people as they are added to a cohort', async () => {
    const { page } = hr;
    await page.goto(`/cohorts/${encodeURIComponent(cohortId)}`);
    await page.getByTestId('add-people').click();
    const dialog = page.getByRole('dialog');
    const people = dialog.getByRole('group', { name: say('cohorts.field.people'), exact: true });
    await people.getByRole('checkbox').first().check();
    const name = (await people.locator('label').first().locator('span').first().textContent()) ?? '';
    await page.getByTestId('add-baseline').selectOption(key);
    const cell = dialog.getByLabel(say('cohorts.baseline.of', { metric: title, name }), { exact: true });
    await cell.fill('140');
    await page.getByTestId('enrol').click();
    await dialog.getByText(say('cohorts.baseline.refused'), { exact: true }).waitFor();
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await cell.fill('71');
    await page.getByTestId('enrol').click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`/outcomes/${key}`);
    expect(await new Metrics(page, say).rows(3)).toContain(`${name} 71 ${say('outcomes.baseline')}`);
    expect(hr.complaints).toEqual([]);
  });
});

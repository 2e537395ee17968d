import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { cohortsOf, enterAs, integrateWebhook, messagesInSandbox, readAs, stateOfCohort } from './api';
import { type App, startApp } from './app';
import { openBrowser, PHONE, SHOOTS_FOR_DOCS, shoot, shootForDocs, signIn, type Visitor, visit, WIDE } from './browser';
import { type Experiments, experimentsInSandbox } from './experiments';
import { tryDialogs } from './looks/dialogs';
import { hindrances } from './looks/hindrances';
import { Sandbox } from './pages/sandbox';
import { surveyLink } from './surveys';
import { type Locale, wordsOf } from './words';

interface Looked {
  page: string;
  /** The demo account that sees it, or HR in a sandbox; nobody for the sign-in page. */
  as?: string;
  path: () => string;
  /** What is on the page once it has read its data. */
  ready: string;
}

let app: App;
let browser: Browser;
let cohortId = '';
let finishedId = '';
let enrolmentId = '';
let personId = '';
let integrationId = '';
let remindedId = '';
let surveyToken = '';
let experiments: Experiments | undefined;
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
/** Titles of the dialogs that were opened on the pages. */
const dialogs = new Set<string>();
const sessions = new Map<string, Session>();

/** HR, at work in a sandbox in which three weeks have passed. */
const SANDBOX = 'hr in a sandbox';

const experimentPath = (which: 'designed' | 'running' | 'analysed'): string =>
  `/experiments/${encodeURIComponent(experiments?.[which] ?? '')}`;

const PAGES: Looked[] = [
  { page: 'sign-in', path: () => '/sign-in', ready: 'input[type=password]' },
  { page: 'forgot', path: () => '/forgot', ready: 'input[type=email]' },
  { page: 'accept', path: () => `/accept#${'x'.repeat(43)}`, ready: 'input[type=password]' },
  { page: 'reset-without-token', path: () => '/reset', ready: '[role=alert]' },
  { page: 'account', as: 'hr', path: () => '/account', ready: '#sessions' },
  { page: 'plans', as: 'designer', path: () => '/plans', ready: '[href$="/plans/retail-new-manager"]' },
  { page: 'designer', as: 'designer', path: () => '/plans/retail-new-manager', ready: '[data-testid^="item-"]' },
  { page: 'publish', as: 'hr', path: () => '/plans/product-new-manager/publish', ready: '#page button' },
  {
    page: 'publish-changes',
    as: 'designer',
    path: () => '/plans/retail-new-manager/publish',
    ready: '[data-testid="publish"]',
  },
  {
    page: 'versions',
    as: 'designer',
    path: () => '/plans/retail-new-manager/versions',
    ready: '#page ul, #page ol, #page table',
  },
  { page: 'dry-run', as: 'designer', path: () => '/plans/retail-new-manager/dry-run', ready: '#page li' },
  { page: 'migration', as: 'hr', path: () => '/plans/retail-new-manager/migration', ready: '#page h1' },
  { page: 'rule', as: 'hr', path: () => '/plans/retail-new-manager/rule', ready: '[data-testid="switch-on"]' },
  { page: 'cohorts', as: 'hr', path: () => '/cohorts', ready: '[data-testid="cohort"]' },
  { page: 'board', as: 'hr', path: () => `/cohorts/${cohortId}`, ready: '[data-testid="board-row"]' },
  { page: 'enrolment', as: 'hr', path: () => `/enrolments/${enrolmentId}`, ready: '#page h2' },
  { page: 'my-plan', as: 'learner', path: () => '/my-plan', ready: '[role=progressbar]' },
  { page: 'reviews', as: 'mentor', path: () => '/reviews', ready: '#page li' },
  { page: 'people', as: 'hr', path: () => '/people', ready: '[data-testid="person"]' },
  { page: 'hand-overs', as: 'hr', path: () => '/people/hand-overs', ready: '#page p, #page td' },
  { page: 'person', as: 'admin', path: () => `/people/${personId}`, ready: '[data-testid="plan-of-person"]' },
  { page: 'departments', as: 'hr', path: () => '/people/departments', ready: '[data-testid="department"]' },
  { page: 'job-roles', as: 'hr', path: () => '/people/job-roles', ready: '[data-testid="job-role"]' },
  { page: 'people-import', as: 'hr', path: () => '/people/import', ready: '[data-testid="look"]' },
  { page: 'integrations', as: 'admin', path: () => '/integrations', ready: '#page td' },
  { page: 'integration', as: 'admin', path: () => `/integrations/${integrationId}`, ready: '#page input' },
  { page: 'channels', as: 'admin', path: () => '/integrations/channels', ready: '#page select' },
  { page: 'plugins', as: 'admin', path: () => '/plugins', ready: '[data-testid="plugin-core"]' },
  { page: 'inbox', as: 'learner', path: () => '/inbox', ready: '#page h1' },
  { page: 'messages', as: SANDBOX, path: () => '/messages', ready: '[data-testid="delivery"]' },
  { page: 'enrolment-reminders', as: SANDBOX, path: () => `/enrolments/${remindedId}`, ready: '#page h2' },
  { page: 'experiments', as: SANDBOX, path: () => '/experiments', ready: '[data-testid="experiment"]' },
  {
    page: 'experiment-design',
    as: SANDBOX,
    path: () => '/experiments/new',
    ready: '[data-testid="create-experiment"]',
  },
  { page: 'experiment-designed', as: SANDBOX, path: () => experimentPath('designed'), ready: '#page details' },
  { page: 'experiment-running', as: SANDBOX, path: () => experimentPath('running'), ready: '[data-testid="locked"]' },
  {
    page: 'experiment-analysed',
    as: SANDBOX,
    path: () => experimentPath('analysed'),
    ready: '[data-testid="verdict"]',
  },
  {
    page: 'compare-versions',
    as: SANDBOX,
    path: () => '/plans/retail-new-manager/compare?metric=team-performance',
    ready: '[data-testid="verdict"]',
  },
  {
    page: 'version-figures',
    as: SANDBOX,
    path: () => '/plans/retail-new-manager/versions',
    ready: '[data-testid="version-figures"]',
  },
  { page: 'survey', path: () => `/survey/${surveyToken}`, ready: '[data-testid="send"]' },
  { page: 'survey-code', path: () => '/survey', ready: 'input[name=code]' },
  { page: 'survey-wrong-link', path: () => '/survey/forged', ready: '[data-testid="survey-dead"]' },
  { page: 'my-surveys', as: 'learner', path: () => '/my-surveys', ready: '[data-testid="my-survey"]' },
  { page: 'surveys', as: 'hr', path: () => `/cohorts/${cohortId}/surveys`, ready: '[data-testid="survey-round"]' },
  { page: 'metrics', as: 'hr', path: () => '/outcomes', ready: '[data-testid="metric"]' },
  { page: 'metric', as: 'hr', path: () => '/outcomes/team-performance', ready: '[data-testid="measurement"]' },
  { page: 'reports', as: 'hr', path: () => '/reports', ready: '[data-testid="report-row"]' },
  { page: 'report', as: 'hr', path: () => `/cohorts/${finishedId}/report`, ready: '[data-testid="report"]' },
  { page: 'settings', as: 'admin', path: () => '/settings', ready: '#page input[name=name]' },
  {
    page: 'settings-sign-in',
    as: 'admin',
    path: () => '/settings/sign-in',
    ready: '[data-testid="add-provider"]',
  },
  { page: 'settings-calendar', as: 'hr', path: () => '/settings/calendar', ready: '#page [data-date]' },
  { page: 'audit', as: 'admin', path: () => '/audit', ready: '#page td, #page li' },
];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  const reader = await readAs(app.apiUrl, 'hr');
  const cohorts = await cohortsOf(reader);
  const running = cohorts.find(({ weekNow, weeks }) => weekNow !== null && weekNow <= weeks);
  const finished = cohorts.find(({ weekNow, weeks }) => weekNow !== null && weekNow > weeks);
  if (!running || !finished) throw new Error('no cohort is running, or none is over');
  finishedId = encodeURIComponent(finished.id);
  // The first look at a report makes it.
  await reader.read('query ($id: ID!) { evaluationReport(cohortId: $id) { id } }', { id: finished.id });
  cohortId = encodeURIComponent(running.id);
  enrolmentId = encodeURIComponent((await stateOfCohort(reader, running.id))[0]?.id ?? '');
  const learner = await readAs(app.apiUrl, 'learner');
  const { viewer } = await learner.read<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }');
  personId = encodeURIComponent(viewer.person.id);
  surveyToken = await surveyLink(reader, learner, running.id);
  integrationId = encodeURIComponent(await integrateWebhook(await readAs(app.apiUrl, 'admin')));
  for (const account of new Set(PAGES.flatMap(({ as }) => as ?? []))) {
    const visitor = await visit(browser, app.studioUrl);
    await signIn(visitor, account === SANDBOX ? 'hr' : account);
    if (account === SANDBOX) {
      await new Sandbox(visitor.page, wordsOf('zh-CN')).create('春季演练');
      await enterAs(reader, '春季演练');
      remindedId = encodeURIComponent(await messagesInSandbox(reader, 'retail-new-manager'));
      experiments = await experimentsInSandbox(reader);
    }
    sessions.set(account, await visitor.context.storageState());
    await visitor.context.close();
  }
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

interface Screen {
  locale: Locale;
  theme: 'light' | 'dark';
  size: typeof WIDE;
}

/**
 * Of the eight combinations those four in which every two of language, theme and width meet. A page is read once in each
 * language: somebody then turns the screen into another one, and the page follows.
 */
const SCREENS: { locale: Locale; arrives: Screen; turns: Screen }[] = [
  {
    locale: 'zh-CN',
    arrives: { locale: 'zh-CN', theme: 'light', size: WIDE },
    turns: { locale: 'zh-CN', theme: 'dark', size: PHONE },
  },
  {
    locale: 'en',
    arrives: { locale: 'en', theme: 'light', size: PHONE },
    turns: { locale: 'en', theme: 'dark', size: WIDE },
  },
];

describe.each(SCREENS)('in $locale', ({ locale, arrives, turns }) => {
  it.concurrent.each(PAGES)('$page can be read and used by everybody', async ({ page: name, as, path, ready }) => {
    const visitor = await visit(browser, app.studioUrl, { size: arrives.size, locale, theme: 'system' });
    try {
      const { page, context } = visitor;
      const session = as === undefined ? undefined : sessions.get(as);
      if (session) await context.addCookies(session.cookies.filter(({ name: cookie }) => /session$/.test(cookie)));
      await page.goto(path());
      await untilRead(visitor, ready);
      // What is on the screen was asked for once.
      expect(visitor.asked.filter((each, index) => visitor.asked.indexOf(each) !== index)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      await look(visitor, name, arrives);
      if (arrives.size === WIDE) {
        const { opened, lost } = await tryDialogs(page);
        for (const title of opened) dialogs.add(title);
        expect(lost).toEqual([]);
      }
      await page.setViewportSize(turns.size);
      await page.emulateMedia({ colorScheme: turns.theme });
      await page.locator(`html[data-theme=${turns.theme}]`).waitFor({ state: 'attached' });
      await untilRead(visitor, ready);
      await look(visitor, name, turns);
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.context.close();
    }
  });
});

/** Holds the page against what everybody needs, as it looks on this screen. */
async function look({ page }: Visitor, name: string, { locale, theme, size }: Screen): Promise<void> {
  await shoot(page, `${name}-${locale}-${theme}-${size.width}`);
  const width = size.width;
  expect({ theme, width, hindrances: await hindrances(page) }).toEqual({ theme, width, hindrances: [] });
}

it('opened most of the dialogs that there are, and closed them with the focus back in place', () => {
  expect([...dialogs].length).toBeGreaterThanOrEqual(18);
});

/** The pictures of the tour in the docs: light, and as wide as the people it is for usually have it. */
const TOUR: Record<string, typeof WIDE> = {
  designer: WIDE,
  'publish-changes': WIDE,
  board: WIDE,
  'my-plan': PHONE,
  reviews: WIDE,
  report: WIDE,
  'experiment-analysed': WIDE,
  messages: WIDE,
};

if (SHOOTS_FOR_DOCS)
  describe.each(SCREENS.map(({ locale }) => locale))('pictures for the docs in %s', (locale) => {
    it.each(PAGES.filter(({ page }) => TOUR[page]))('$page', async ({ page: name, as = '', path, ready }) => {
      const visitor = await visit(browser, app.studioUrl, { size: TOUR[name] ?? WIDE, locale });
      const cookies = sessions.get(as)?.cookies ?? [];
      await visitor.context.addCookies(cookies.filter(({ name: cookie }) => /session$/.test(cookie)));
      await visitor.page.goto(path());
      await untilRead(visitor, ready);
      await shootForDocs(visitor.page, `tour/${locale}/${name}`, 'webp');
      if (locale === 'zh-CN' && (name === 'designer' || name === 'board'))
        await shootForDocs(visitor.page, name, 'png');
      await visitor.context.close();
    });
  });

/** Waits for the page's content, and until nothing on it stands in for what is still being read. */
async function untilRead(visitor: Visitor, ready: string): Promise<void> {
  const { page } = visitor;
  await page.locator(ready).locator('visible=true').first().waitFor();
  await visitor.untilQuiet();
  await page.waitForFunction(() => !document.querySelector('[class*="skeleton"]'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { type Browser, chromium } from 'playwright-core';
import { globalId, uuidOf } from '../access/graphql/global-id.js';
import { act, ask, enrol, freshKey, personId, REVIEW } from '../enrolments/testing/plan-world.js';
import { findChromium } from '../reports/export/print-pdf.js';
import type { TestPerson } from '../testing/fixture.js';
import { freePort, startStudio } from '../testing/studio-process.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { queueNotices } from './notices/notice-rows.js';
import { addressOf, linksOf, type MailServer, startMailServer } from './testing/mail-server.js';
import { makeReminderWorld, type ReminderWorld, remindedPlan, startPlan } from './testing/reminder-world.js';

// Each kind of message goes through the shipped mail plugin to a real mail server; every link in what arrives is opened in a
// browser by whoever got it.
const ROOT = path.resolve(import.meta.dirname, '../../..');
const OPEN = `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) { userErrors { code message } } }`;
const CHOOSE = `mutation ($input: ChoosePartnersInput!) { choosePartners(input: $input) { userErrors { code } } }`;
const INVITE = `mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { userErrors { code message } } }`;
const FORGOT = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }`;
const REPORT = 'query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { id } }';
const FORM = 'query ($token: String!) { surveyForm(token: $token) { state } }';

let studioUrl: string;
let studio: Awaited<ReturnType<typeof startStudio>>;
let browser: Browser;
let mail: MailServer;
let server: TestServer;
let world: ReminderWorld;
let arrived: ParsedMail[];

beforeAll(async () => {
  const port = await freePort();
  studioUrl = `http://127.0.0.1:${port}`;
  server = await startTestServer({
    now: '2026-01-05T01:00:00.000Z',
    environment: { PLANWRIGHT_STUDIO_URL: `${studioUrl},https://other.example` },
  });
  world = await makeReminderWorld(server);
  await world.route('chat');
  mail = await startMailServer(server.clock);
  arrived = mail.arrived;
  const executablePath = await findChromium(undefined);
  if (executablePath === undefined) throw new Error('there is no Chromium on this machine');
  [studio, browser] = await Promise.all([
    startStudio(port, server.url),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  world.channel.send = mail.send;
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  await server?.stop();
  await mail?.stop();
});

/** Whether the studio has a page at this path: its folders are its routes. */
function hasPage(folder: string, parts: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined && existsSync(path.join(folder, 'page.tsx'))) return true;
  return readdirSync(folder)
    .filter((name) => statSync(path.join(folder, name)).isDirectory())
    .some((name) => {
      const inside = path.join(folder, name);
      if (name.startsWith('(')) return hasPage(inside, parts);
      return part !== undefined && (name === part || name.startsWith('[')) && hasPage(inside, rest);
    });
}
const APP = path.join(ROOT, 'studio/app');

/** What the studio says where there is nothing. */
const NOT_FOUND = (
  JSON.parse(readFileSync(path.join(ROOT, 'studio/messages/en.json'), 'utf8')) as { frame: { notFound: string } }
).frame.notFound;

/** The page behind a link, as the person sees it who got the mail: signed in, as they are at their own machine. */
async function opened(url: URL, person: TestPerson | undefined) {
  const context = await browser.newContext({ locale: 'en' });
  context.setDefaultTimeout(90_000);
  try {
    const cookies = [{ name: 'planwright_locale', value: 'en', url: studioUrl }];
    if (person) cookies.push({ name: 'planwright_session', value: await server.token(person), url: studioUrl });
    await context.addCookies(cookies);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(url.href);
    const heading = page.locator('h1:visible').first();
    await heading.waitFor();
    return { path: new URL(page.url()).pathname, heading: await heading.textContent(), complaints };
  } finally {
    await context.close();
  }
}

describe('every mail that leaves the house', () => {
  test('leads to a page of the studio, by its full address', async () => {
    const { workspace, hr, learner, mentor, peer } = world;
    const { cohortId, enrolmentId } = await startPlan(
      world,
      remindedPlan('small', [
        {
          key: 'due',
          use: 'core/before-due',
          with: { days: 3, at: '09:00' },
          to: ['LEARNER', 'MENTOR'],
          channels: ['chat'],
        },
      ]),
      '2026-01-05',
    );
    const boss = await workspace.person({ name: 'Boss' });
    const more = [];
    for (const name of ['A', 'B', 'C', 'D']) more.push(await workspace.person({ name, manager: boss }));
    await enrol(world, cohortId, more);
    await ask(server, OPEN, { input: { cohortId, respondents: 'LEARNER', closesOn: '2026-01-20' } }, { as: hr });
    await ask(server, CHOOSE, { input: { enrolmentId, itemKey: 'project', personIds: [personId(peer)] } }, { as: hr });
    await act(world, learner, enrolmentId, 'course', 'COMPLETE');
    const { submission } = await act(world, learner, enrolmentId, 'report', 'SUBMIT', {
      artefact: 'https://docs.example/report',
    });
    await world.remind();
    const input = { submissionId: submission.id, decision: 'RETURN', comment: 'Again.', idempotencyKey: freshKey() };
    await ask(server, REVIEW, { input }, { as: mentor });
    const { id: reportId } = await ask(server, REPORT, { cohortId }, { as: hr });
    const at = server.clock.real();
    await server.database.work((tx) =>
      queueNotices(tx, workspace.id, [
        {
          source: 'report',
          subjectId: uuidOf('EvaluationReport', reportId) ?? '',
          step: 'sent',
          recipientId: hr.id,
          at,
          deliverAt: at,
          expiresAt: '2026-02-01T00:00:00.000Z',
        },
      ]),
    );
    const newcomer = await world.workspace.person({ name: 'New' });
    await server.sql.rows('delete from account where person_id = $1', [newcomer.id]);
    await server.sql.rows(
      `update workspace set system_mail_integration_id = (select id from integration limit 1) where id = $1`,
      [workspace.id],
    );
    await server.sql.rows(`update account set password_hash = 'none' where person_id = $1`, [mentor.id]);
    await ask(server, INVITE, { input: { personIds: [globalId('Person', newcomer.id)], send: true } }, { as: hr });
    await ask(server, FORGOT, { input: { email: mentor.email } }, {});
    // A link to a new password lasts an hour.
    await world.remind();
    for (const day of ['06', '07', '08', '09', '12', '13']) await world.moveTo(`2026-01-${day}T01:30:00.000Z`);

    const people = new Map([hr, learner, mentor, peer, boss, ...more].map((person) => [person.email, person]));
    const kinds = new Map<string, string>();
    for (const mail of arrived) {
      const links = linksOf(mail);
      expect([mail.subject, links.length]).toEqual([mail.subject, 1]);
      const url = new URL(links[0] ?? '');
      expect([mail.subject, url.origin]).toEqual([mail.subject, studioUrl]);
      const parts = url.pathname.split('/').filter(Boolean);
      expect([url.pathname, hasPage(APP, parts)]).toEqual([url.pathname, true]);
      if (parts[0] === 'survey') expect(await ask(server, FORM, { token: parts[1] }, {})).toEqual({ state: 'OPEN' });
      const isForSomebodyOutside = parts[0] === 'accept' || parts[0] === 'reset';
      const shown = await opened(url, isForSomebodyOutside ? undefined : people.get(addressOf(mail)));
      expect([mail.subject, shown.path]).toEqual([mail.subject, url.pathname]);
      expect([mail.subject, shown.complaints]).toEqual([mail.subject, []]);
      expect([mail.subject, shown.heading]).not.toEqual([mail.subject, NOT_FOUND]);
      kinds.set(parts[0] ?? 'home', mail.subject ?? '');
    }
    expect([...kinds.keys()].toSorted()).toEqual([
      'accept',
      'enrolments',
      'my-plan',
      'reports',
      'reset',
      'reviews',
      'survey',
    ]);
    const subjects = arrived.map(({ subject }) => subject ?? '');
    for (const said of [
      'Li submitted “Report”',
      '“Report” came back',
      'You share “Project”',
      'Evaluation report',
      'is due',
      'Your Planwright account',
      'Choose a new Planwright password',
    ])
      expect([said, subjects.some((subject) => subject.includes(said))]).toEqual([said, true]);
  });

  test('and a page that is none is told apart', async () => {
    const { heading, complaints } = await opened(new URL('/no-such-page', studioUrl), world.hr);
    expect([heading, complaints.length]).toEqual([NOT_FOUND, 1]);
    expect(hasPage(APP, ['no-such-page'])).toBe(false);
    expect(hasPage(APP, ['reports', 'x', 'y'])).toBe(false);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Reader, readAs } from './api';
import { type App, startApp } from './app';
import { openBrowser, PHONE, shoot, signIn, toldBy, type Visitor, visit } from './browser';
import { hindrances } from './looks/hindrances';
import { pickFirst } from './pages/pick';
import { wordsOf } from './words';

const say = wordsOf('zh-CN');

let app: App;
let browser: Browser;
let hr: Visitor;
let mentor: Visitor;
let asHr: Reader;
let mentorId = '';
let mentorName = '';

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  asHr = await readAs(app.apiUrl, 'hr');
  const asMentor = await readAs(app.apiUrl, 'mentor');
  const { viewer } = await asMentor.read<{ viewer: { person: { id: string; name: string } } }>(
    '{ viewer { person { id name } } }',
  );
  ({ id: mentorId, name: mentorName } = viewer.person);
  [hr, mentor] = await Promise.all([visit(browser, app.studioUrl), visit(browser, app.studioUrl, { size: PHONE })]);
  await Promise.all([signIn(hr, 'hr'), signIn(mentor, 'mentor')]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const person = (id: string) => `/people/${encodeURIComponent(id)}`;
const looks = async ({ page, complaints }: Visitor) => {
  expect(await hindrances(page)).toEqual([]);
  expect(complaints).toEqual([]);
};

describe('a deputy', () => {
  it('is named by the mentor on a phone, among colleagues, and ended again', async () => {
    const { page } = mentor;
    await page.goto('/reviews');
    await page.getByTestId('name-deputy').click();
    const dialog = page.locator('dialog[open]');
    await pickFirst(dialog.getByRole('combobox', { name: say('deputy.deputy') }));
    await looks(mentor);
    await shoot(page, 'name-deputy');
    await dialog.getByTestId('set-deputy').click();
    await toldBy(page, say('deputy.saved'));
    await page.getByText(say('deputy.bothSee')).waitFor();
    await looks(mentor);
    await page.getByRole('button', { name: say('deputy.end') }).click();
    await dialog.getByRole('button', { name: say('deputy.end') }).click();
    await page.getByText(say('deputy.bothSee')).waitFor({ state: 'detached' });
  });
});

describe('somebody who leaves', () => {
  it('is deactivated by HR, who reads what they leave behind and names a successor', async () => {
    const { page } = hr;
    const { leftBehind } = await asHr.read<{ leftBehind: { mentees: number; waitingReviews: number } }>(
      'query ($personId: ID!) { leftBehind(personId: $personId) { mentees waitingReviews } }',
      { personId: mentorId },
    );
    expect(leftBehind.mentees).toBeGreaterThan(0);
    await page.goto(person(mentorId));
    await page.getByTestId('leaves').click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText(say('leaving.mentees')).waitFor();
    await looks(hr);
    await shoot(page, 'leaving');
    await pickFirst(dialog.getByRole('combobox', { name: say('leaving.successor') }));
    await dialog.getByTestId('leave').click();
    await toldBy(page, say('leaving.done', { name: mentorName }));
    await page.getByTestId('comes-back').waitFor();
    const after = await asHr.read<{ leftBehind: { mentees: number; waitingReviews: number } }>(
      'query ($personId: ID!) { leftBehind(personId: $personId) { mentees waitingReviews } }',
      { personId: mentorId },
    );
    expect(after.leftBehind).toEqual({ mentees: 0, waitingReviews: 0 });
    await looks(hr);
  });

  it('is out: the open page asks to sign in, and the password opens nothing', async () => {
    const { page } = mentor;
    await page.goto('/reviews');
    await page.waitForURL((url) => url.pathname.startsWith('/sign-in'));
    await expect(readAs(app.apiUrl, 'mentor')).rejects.toThrow('could not sign in');
  });

  it('is brought back, and signs in as before', async () => {
    const { page } = hr;
    await page.getByTestId('comes-back').click();
    await page.locator('dialog[open]').getByTestId('bring-back').click();
    await page.getByTestId('leaves').waitFor();
    await readAs(app.apiUrl, 'mentor');
    await looks(hr);
  });
});

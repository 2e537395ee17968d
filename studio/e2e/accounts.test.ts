import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { readAs } from './api';
import { type App, startApp } from './app';
import { openBrowser, PHONE, shoot, signIn, toldBy, type Visitor, visit, WIDE } from './browser';
import { wordsOf } from './words';

const STORIES = [
  { locale: 'zh-CN' as const, size: PHONE, name: '司徒静', email: 'jing.situ@demo.planwright.example' },
  { locale: 'en' as const, size: WIDE, name: 'Ada Stone', email: 'ada.stone@demo.planwright.example' },
];
const FIRST = 'seven green umbrellas';
const SECOND = 'heron in the kettle';

let app: App;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The code that an authenticator app shows; a code counts once, so the next one is waited for by asking for it. */
const codeAt = (secret: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

describe.each(STORIES)('an account, in $locale at $size.width px', ({ locale, size, name, email }) => {
  const say = wordsOf(locale);
  let hr: Visitor;
  let person: Visitor;
  let personId = '';
  let recovery = '';

  beforeAll(async () => {
    const reader = await readAs(app.apiUrl, 'hr');
    const made = await reader.read<{ createPerson: { person: { id: string } | null } }>(
      `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } userErrors { message } } }`,
      { input: { name, email } },
    );
    personId = made.createPerson.person?.id ?? '';
    hr = await visit(browser, app.studioUrl, { size, locale });
    await hr.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(hr, 'hr');
    person = await visit(browser, app.studioUrl, { size, locale });
  });
  afterAll(async () => {
    await hr?.context.close();
    await person?.context.close();
  });

  it('is opened by an invitation that HR hands over, with a password that is hard to guess', async () => {
    const { page } = hr;
    await page.goto(`/people/${encodeURIComponent(personId)}`);
    await page.getByTestId('invite-person').click();
    await page.getByTestId('invite').click();
    await page.getByRole('button', { name: say('people.invite.copyOf', { name }) }).click();
    await toldBy(page, say('people.invite.copied', { name }));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/accept#[\w-]{43}$/);
    await page.getByRole('button', { name: say('people.invite.done'), exact: true }).click();

    await person.page.goto(link);
    await person.page.getByRole('heading', { name: say('account.accept.title') }).waitFor();
    const password = person.page.getByLabel(say('account.newPassword'), { exact: true });
    const submit = person.page.getByRole('button', { name: say('account.accept.submit') });
    await password.fill('password12345678');
    await submit.click();
    await person.page.getByRole('alert').waitFor();
    await shoot(person.page, `accept-refused-${locale}`);
    await password.fill(FIRST);
    await submit.click();
    await person.page.waitForURL(/\/my-plan$/);
    expect(person.page.url()).not.toContain('#');

    // The same link does nothing more.
    const other = await visit(browser, app.studioUrl, { size, locale });
    await other.page.goto(link);
    await other.page.getByLabel(say('account.newPassword'), { exact: true }).fill(SECOND);
    await other.page.getByRole('button', { name: say('account.accept.submit') }).click();
    await other.page.getByText(say('account.linkGone')).waitFor();
    await other.context.close();
  });

  it('has its password changed, and a second factor set up', async () => {
    const { page } = person;
    await page.goto('/account');
    await page.getByRole('button', { name: say('account.changePassword') }).click();
    await page.getByLabel(say('account.currentPassword')).fill(FIRST);
    await page.getByLabel(say('account.newPassword'), { exact: true }).fill(SECOND);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('account.changePassword') })
      .click();
    await toldBy(page, say('account.passwordChanged'));

    await page.getByRole('button', { name: say('account.secondFactor.setUp') }).click();
    await page.getByRole('img', { name: say('account.secondFactor.qr') }).waitFor();
    const secret = (await page.locator('dialog code').innerText()).trim();
    await page.getByLabel(say('account.secondFactor.code')).fill(codeAt(secret, Date.now()));
    await page.getByRole('button', { name: say('account.secondFactor.turnOn'), exact: true }).click();
    await page.getByRole('heading', { name: say('account.recovery.title') }).waitFor();
    const codes = await page.locator('dialog li').allInnerTexts();
    expect(codes).toHaveLength(10);
    recovery = codes[0] ?? '';
    await page.getByRole('button', { name: say('account.recovery.kept') }).click();
    await page.getByText(say('account.secondFactor.on', { count: 10 })).waitFor();
    expect(person.complaints).toEqual([]);
  });

  it('asks for a code from then on, on a device that the first one signs out again', async () => {
    const other = await visit(browser, app.studioUrl, { size, locale });
    await other.page.goto('/sign-in');
    await other.page.getByLabel(say('signIn.email')).fill(email);
    await other.page.getByLabel(say('signIn.password')).fill(SECOND);
    await other.page.getByRole('button', { name: say('signIn.submit'), exact: true }).click();
    await other.page.getByLabel(say('signIn.code')).fill(recovery);
    await other.page.getByRole('button', { name: say('signIn.submit'), exact: true }).click();
    await other.page.waitForURL(/\/my-plan$/);

    const { page } = person;
    await page.reload();
    await page.getByText(say('account.secondFactor.on', { count: 9 })).waitFor();
    await page.getByRole('button', { name: say('account.sessions.endOthers') }).click();
    await toldBy(page, say('account.sessions.ended'));
    await other.page.goto('/inbox');
    await other.page
      .getByText(say('signIn.again'))
      .or(other.page.getByRole('button', { name: say('signIn.submit'), exact: true }))
      .first()
      .waitFor();
    await other.context.close();
  });
});

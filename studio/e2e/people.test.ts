import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type App, startApp } from './app';
import { openBrowser, PHONE, shoot, signIn, type Visitor, visit, WIDE } from './browser';
import { People } from './pages/people';
import { pick } from './pages/pick';
import { type Say, wordsOf } from './words';

const STORIES = [
  {
    locale: 'zh-CN' as const,
    size: WIDE,
    department: '西北零售区',
    renamed: '西北大区',
    jobRole: { titles: { zh: '督导', en: 'Supervisor' }, shown: '督导' },
    person: { name: '欧阳若曦', email: 'Ruoxi.OuYang@demo.planwright.example', employeeNumber: 'NW-0042' },
    pinyin: ['ouyangruoxi', 'oyrx', 'ruoxi'],
    joined: '2026 年 3 月 2 日',
  },
  {
    locale: 'en' as const,
    size: PHONE,
    department: 'Northwest',
    renamed: 'Far northwest',
    jobRole: { titles: { en: 'Floor supervisor' }, shown: 'Floor supervisor' },
    person: { name: '慕容清扬', email: 'qingyang@demo.planwright.example', employeeNumber: 'NW-0043' },
    pinyin: ['murongqingyang', 'mrqy'],
    joined: 'March 2, 2026',
  },
];

/** Departments of the demo company. */
const TOP = '总经办';
const OTHER = '市场部';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each(STORIES)("a company's own people, in $locale at $size.width px", (story) => {
  const { locale, size, person, department, renamed, jobRole } = story;
  const say: Say = wordsOf(locale);
  let hr: Visitor;
  let people: People;

  beforeAll(async () => {
    hr = await visit(browser, app.studioUrl, { size, locale });
    await signIn(hr, 'hr');
    people = new People(hr.page, say);
  });
  afterAll(async () => {
    await hr?.context.close();
  });

  it('HR adds a department below another one', async () => {
    await people.openDepartments();
    await people.addDepartment(department, TOP);
    expect(await people.department(department).innerText()).toContain(say('people.departments.nobody'));
    await shoot(hr.page, `people-departments-${locale}`);
  });

  it('HR adds a job role, in the languages that they have for it', async () => {
    await people.addJobRole(jobRole.titles, jobRole.shown);
  });

  it('HR adds a person, who is shown with everything that was said', async () => {
    await people.open();
    await people.add({ ...person, department, jobRole: jobRole.shown, joinedOn: '2026-03-02' });
    const shown = await people.profile.innerText();
    for (const fact of [person.email, person.employeeNumber, department, jobRole.shown, story.joined])
      expect(shown).toContain(fact);
    await shoot(hr.page, `people-person-${locale}`);
  });

  it('an e-mail address that somebody has is refused beside its field, whatever its case', async () => {
    await people.open();
    await hr.page.getByTestId('add-person').click();
    const dialog = hr.page.getByRole('dialog');
    await dialog.locator('input[name=name]').fill('Double');
    await dialog.locator('input[name=email]').fill(person.email.toUpperCase());
    await hr.page.getByTestId('create-person').click();
    await dialog.locator('input[name=email][aria-invalid=true]').waitFor();
    await hr.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('they are found by pinyin, whole and by initials, by employee number and by e-mail', async () => {
    await people.open();
    for (const text of [...story.pinyin, person.employeeNumber, person.email.toLowerCase()])
      await people.find(text, person.name);
  });

  it('HR moves them with others to another department', async () => {
    await people.select(person.name);
    await people.moveSelected(OTHER);
    await people.row(person.name).filter({ hasText: OTHER }).waitFor();
  });

  it('HR changes what is known of them, and it stands in what happened', async () => {
    await people.row(person.name).getByRole('link', { name: person.name }).click();
    await people.profile.waitFor();
    const dialog = await people.edit();
    await dialog.locator('input[name=mentorCapacity]').fill('3');
    await pick(dialog.locator('input[name=departmentId]'), department);
    await hr.page.getByTestId('save-person').click();
    await dialog.waitFor({ state: 'detached' });
    await people.profile.getByText(department).waitFor();
    const changed = say('people.happened.updatePerson');
    await hr.page.getByTestId('happened').filter({ hasText: changed }).first().waitFor();
    expect(await hr.page.getByTestId('happened').last().innerText()).toContain(say('people.happened.createPerson'));
  });

  it('HR renames the department; one with people in it is not closed, but merged', async () => {
    await people.openDepartments();
    const edit = await people.departmentMenu(department, 'edit');
    await edit.locator('input[name=name]').fill(renamed);
    await hr.page.getByTestId('save-department').click();
    await people.department(renamed).waitFor();

    const close = await people.departmentMenu(renamed, 'close');
    expect(await hr.page.getByTestId('close-department').isDisabled()).toBe(true);
    await hr.page.keyboard.press('Escape');
    await close.waitFor({ state: 'detached' });

    const merge = await people.departmentMenu(renamed, 'merge');
    await pick(merge.getByRole('combobox'), OTHER);
    await hr.page.getByTestId('merge-department').click();
    await people.department(renamed).waitFor({ state: 'detached' });
    await people.open();
    await people.find(person.employeeNumber, person.name);
    expect(await people.row(person.name).innerText()).toContain(OTHER);
  });

  it('nothing went wrong on the way', () => {
    expect(hr.complaints).toEqual([]);
  });
});

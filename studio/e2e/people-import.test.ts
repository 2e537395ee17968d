import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type App, startApp } from './app';
import { openBrowser, PHONE, shoot, signIn, type Visitor, visit, WIDE } from './browser';
import { PeopleFile } from './pages/people-file';
import { type Say, wordsOf } from './words';

const STORIES = [
  {
    locale: 'zh-CN' as const,
    size: WIDE,
    heads: ['工号', '姓名', '部门', '岗位', '上级', '入职日期'],
    prefix: 'Z',
    department: '总部 / 华北零售区',
    noYear: '没有年份',
  },
  {
    locale: 'en' as const,
    size: PHONE,
    heads: ['Employee number', 'Name', 'Department', 'Job role', 'Manager', 'Joined on'],
    prefix: 'Y',
    department: 'Head office / Northern stores',
    noYear: 'has no year',
  },
];

describe('HR brings people in from a file', () => {
  let app: App;
  let browser: Browser;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it.each(STORIES)(
    '$locale: sees what is wrong cell by cell, imports the rest, and the same once more changes nothing',
    async (story) => {
      const { locale, size, heads, prefix, department, noYear } = story;
      const say: Say = wordsOf(locale);
      const visitor: Visitor = await visit(browser, app.studioUrl, { locale, size });
      await signIn(visitor, 'hr');
      const { page } = visitor;
      const file = new PeopleFile(page, say);
      const rows = [
        heads,
        [`${prefix}1`, `Import ${prefix} One`, department, `Role ${prefix}`, `${prefix}2`, '2026/3/1'],
        [`${prefix}2`, `Import ${prefix} Two`, department, `Role ${prefix}`, '-', '2020-01-06'],
        [`${prefix}3`, `Import ${prefix} Three`, department, `Role ${prefix}`, `${prefix}1`, '3月1日'],
      ];
      await file.open();
      await file.paste(rows);
      // Nobody has made these departments and job roles: every row says so until HR lets them be made.
      await file.counted('REJECTED', 3).waitFor();
      await file.tick('createUnits');
      await file.counted('REJECTED', 1).waitFor();
      await file.counted('CREATED', 2).waitFor();
      expect(await page.getByTestId('import-row').innerText()).toContain(noYear);
      await shoot(visitor.page, `people-import-preview-${locale}-${size.width}`);
      await file.run();
      expect(await page.getByTestId('import-result').innerText()).toMatch(/2/);
      await shoot(visitor.page, `people-import-done-${locale}-${size.width}`);

      await file.open();
      await file.choose(
        'people.csv',
        Buffer.from(
          rows
            .slice(0, 3)
            .map((row) => row.join(','))
            .join('\n'),
        ),
      );
      await file.counted('UNCHANGED', 2).waitFor();
      expect(await page.getByTestId('import-people').isDisabled()).toBe(true);

      await page.goto('/people');
      await page.getByRole('searchbox').fill(`Import ${prefix}`);
      await page.getByText(`Import ${prefix} Two`).first().waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.context.close();
    },
  );
});

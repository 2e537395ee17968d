import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';

/** The live board of a cohort. */
export class Board {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(cohortId: string): Promise<void> {
    await this.page.goto(`/cohorts/${encodeURIComponent(cohortId)}`);
    await this.untilLive();
  }

  async untilLive(): Promise<void> {
    await this.page.locator('[data-testid="live-sign"][data-kind="live"]').waitFor();
  }

  /** Adds people under one mentor. @param again some run the plan already: the dialog says so, and is told that it is meant */
  async enrol(people: readonly string[], mentor: string, { again = false } = {}): Promise<void> {
    const { page, say } = this;
    await page.getByTestId('add-people').click();
    const dialog = page.getByRole('dialog');
    const choose = async (group: string, name: string) => {
      const picker = dialog.getByRole('group', { name: group });
      await picker.getByRole('searchbox').fill(name);
      await picker.locator('label').filter({ hasText: name }).first().click();
    };
    for (const name of people) await choose(say('cohorts.field.people'), name);
    await choose(say('cohorts.field.mentor'), mentor);
    const enrol = dialog.getByRole('button', { name: say('cohorts.enrol', { count: people.length }), exact: true });
    await enrol.click();
    if (again) {
      await dialog.getByLabel(say('cohorts.again.choice'), { exact: true }).check();
      await enrol.click();
    }
    await dialog.waitFor({ state: 'detached' });
  }

  row(person: string): Locator {
    return this.page.locator(`[data-testid="board-row"][data-person="${person}"]`);
  }

  cell(person: string, itemKey: string): Locator {
    return this.row(person).locator(`[data-item="${itemKey}"]`);
  }

  people(): Promise<string[]> {
    return this.page
      .getByTestId('board-row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-person') ?? ''));
  }

  /** How far a person is, as their row says it. */
  async percentOf(person: string): Promise<string> {
    const text = (await this.row(person).textContent()) ?? '';
    return /\d+%/.exec(text)?.[0] ?? '';
  }

  /** A figure above the grid, such as `figure.completion`: its value, and the line of what it is made of. */
  async figure(name: string): Promise<{ value: string; note: string }> {
    const figure = this.page
      .getByTestId('board-figures')
      .locator('div')
      .filter({ has: this.page.getByText(this.say(`board.figure.${name}`), { exact: true }) });
    const [value = '', note = ''] = await figure.locator('dd').allInnerTexts();
    return { value: value.trim(), note: note.trim() };
  }

  /** Leaves by the link to moving people between versions. */
  async toMigration(): Promise<void> {
    await this.page.getByRole('link', { name: this.say('board.migrate') }).click();
    await this.page.waitForURL((url) => url.pathname.startsWith('/plans/'));
  }
}

import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';

/** Metrics and what was measured of them. */
export class Metrics {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** From the rail; ends on the page of the new metric. */
  async create(title: string, key: string, high: number): Promise<void> {
    const { page, say } = this;
    await page
      .getByRole('navigation', { name: say('frame.navigation') })
      .getByRole('link', { name: say('frame.places.outcomes'), exact: true })
      .click();
    await page.getByTestId('create-metric').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('outcomes.new.title'), { exact: true }).fill(title);
    await dialog.getByLabel(say('outcomes.new.key'), { exact: true }).fill(key);
    await dialog.getByLabel(say('outcomes.new.high'), { exact: true }).fill(String(high));
    await dialog.getByRole('button', { name: say('outcomes.create'), exact: true }).click();
    await page.waitForURL(new RegExp(`/outcomes/${key}$`));
  }

  /** One value by hand. */
  async enter(person: string, value: number, { baseline }: { baseline: boolean }): Promise<void> {
    const { page, say } = this;
    await page.getByRole('button', { name: say('outcomes.recordOne'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('ui.picker.people'), { exact: true }).fill(person);
    await dialog.getByRole('radio', { name: person }).check();
    await dialog.getByLabel(say('outcomes.record.value'), { exact: true }).fill(String(value));
    if (baseline) await dialog.getByRole('checkbox').check();
    await dialog.getByTestId('record').click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Pastes a table and looks at what would be done; the dialog stays. */
  async check(table: string): Promise<Locator> {
    const dialog = this.page.getByRole('dialog');
    await this.page.getByTestId('import-measurements').click();
    await dialog.locator('textarea').fill(table);
    await dialog.getByTestId('check-rows').click();
    await dialog.getByTestId('import-row').first().waitFor();
    return dialog;
  }

  /** The rows as they stand: name, value, and whether it is a baseline. */
  async rows(count: number): Promise<string[]> {
    const rows = this.page.getByTestId('measurement');
    await rows.nth(count - 1).waitFor();
    return Promise.all(
      (await rows.all()).map(async (row) => {
        const cells = await row.locator('td').allTextContents();
        return [cells[0], cells[1], cells[3]].join(' ');
      }),
    );
  }
}

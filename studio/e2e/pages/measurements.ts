import type { Page } from 'playwright-core';
import type { Say } from '../words';

/** Values of a metric, pasted as a table. */
export class Measurements {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** @param rows each: email, value, `yes` for a baseline */
  async paste(metricKey: string, rows: readonly (readonly [string, number, 'yes' | 'no'])[]): Promise<void> {
    const { page, say } = this;
    await page.goto(`/outcomes/${metricKey}`);
    await page.getByTestId('import-measurements').click();
    const table = ['email\tvalue\tbaseline', ...rows.map((row) => row.join('\t'))].join('\n');
    const dialog = page.getByRole('dialog');
    await dialog.locator('textarea[name=table]').fill(table);
    await dialog.getByTestId('check-rows').click();
    await dialog
      .getByRole('button', { name: say('outcomes.import.submit', { count: rows.length }), exact: true })
      .click();
    await dialog.waitFor({ state: 'detached' });
  }
}

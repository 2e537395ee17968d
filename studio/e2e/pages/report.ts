import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';
import { pick } from './pick';

export type ExportFormat = 'PDF' | 'XLSX' | 'CSV' | 'JSON' | 'BUNDLE';

/** The report of a cohort, from the centre on. */
export class Report {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** Makes the newest report of a cohort by its name. */
  async make(cohort: string): Promise<void> {
    const { page, say } = this;
    await page.goto('/reports');
    await page.getByTestId('make-report').first().click();
    const dialog = page.getByRole('dialog', { name: say('reports.make') });
    await pick(dialog.getByRole('combobox'), cohort);
    await dialog.getByRole('button', { name: say('reports.make'), exact: true }).click();
    await page.getByTestId('report').waitFor();
  }

  get headline(): Locator {
    return this.page.locator('#answer-title');
  }

  /** Everything that a section says. */
  text(section: 'process' | 'outcomes' | 'items' | 'findings'): Promise<string> {
    return this.page.locator(`section#${section}`).innerText();
  }

  finding(rule: string, itemKey: string): Locator {
    return this.page.locator(`[data-testid="finding-${rule}"][data-item="${itemKey}"]`);
  }

  /** Makes a finding's suggestion a draft; the edits that it told before. */
  async takeUp(rule: string, itemKey: string): Promise<string[]> {
    const finding = this.finding(rule, itemKey);
    const edits = await finding.locator('dd li').allInnerTexts();
    // The report is read again behind the change; until then the page still moves under the pointer.
    await Promise.all([
      this.page.waitForResponse((answer) => answer.request().postData()?.includes('NewestReport') ?? false),
      finding.getByTestId('make-draft').click(),
    ]);
    await finding.getByTestId('finding-applied').waitFor();
    return edits;
  }

  async openExport(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('reports.export.open'), exact: true }).click();
    await this.page.getByRole('dialog', { name: this.say('reports.export.title') }).waitFor();
  }

  /** A file as the browser has saved it. */
  async download(format: ExportFormat): Promise<{ name: string; bytes: Buffer }> {
    const { page, say } = this;
    const name = say('reports.export.fetch', { format: say(`reports.export.${format}.name`) });
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 180_000 }),
      page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}

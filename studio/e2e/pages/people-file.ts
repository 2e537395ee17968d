import type { Page } from 'playwright-core';
import type { Say } from '../words';

/** People from a file or pasted cells, step by step. */
export class PeopleFile {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/people');
    await this.page.getByTestId('import-people-link').click();
    await this.page.getByTestId('look').waitFor();
  }

  async paste(rows: readonly (readonly string[])[]): Promise<void> {
    const { page, say } = this;
    await page.getByText(say('peopleImport.paste'), { exact: true }).click();
    await page.locator('textarea[name=rows]').fill(rows.map((row) => row.join('\t')).join('\n'));
    await this.look();
  }

  async choose(name: string, buffer: Buffer): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await this.look();
  }

  /** How many rows become what, as the filter says it. */
  counted(result: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'MISSING' | 'REJECTED', count: number) {
    const { page, say } = this;
    const text = say('peopleImport.counted', { result: say(`peopleImport.result.${result}`), count });
    return page.getByText(text, { exact: true });
  }

  async tick(name: 'createUnits' | 'allOrNothing'): Promise<void> {
    const before = this.page.url();
    await this.page.locator(`input[name=${name}]`).click();
    await this.page.waitForURL((url) => url.toString() !== before);
    await this.page.getByTestId('import-people').waitFor();
  }

  async run(): Promise<void> {
    await this.page.getByTestId('import-people').click();
    await this.page.getByTestId('import-result').waitFor();
  }

  private async look(): Promise<void> {
    await this.page.getByTestId('look').click();
    await this.page.waitForURL(/\/people\/import\?id=/);
    await this.page.getByTestId('import-people').waitFor();
  }
}

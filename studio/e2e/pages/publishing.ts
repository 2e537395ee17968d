import type { Page } from 'playwright-core';
import type { Say } from '../words';

/** The page that says what a new version changes, and publishes it. */
export class Publishing {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** The sentences of what changed. */
  async changes(): Promise<string[]> {
    const sentences = this.page.getByTestId('changes').locator('li > span');
    await sentences.first().waitFor();
    return sentences.allInnerTexts();
  }

  async publish(number: number, note: string): Promise<void> {
    const { page, say } = this;
    await page.getByLabel(say('publish.note')).fill(note);
    await page.getByRole('button', { name: say('publish.publish', { number }), exact: true }).click();
    await page.getByText(say('publish.published', { number }), { exact: true }).first().waitFor();
  }
}

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

  async open(planKey: string): Promise<void> {
    await this.page.goto(`/plans/${planKey}/publish`);
    await this.page.getByTestId('publish').waitFor();
  }

  /** Chooses that the people in the current version move along. */
  async moveToo(): Promise<void> {
    await this.page.getByText(this.say('publish.move'), { exact: true }).click();
  }

  /** What the page says that happens to how many people, once it is worked out. */
  async happens(): Promise<string[]> {
    await this.page.locator('[data-testid="publish"]:enabled').waitFor();
    return this.page.getByTestId('migration-totals').locator('li').allInnerTexts();
  }

  async moves(): Promise<number> {
    return Number(await this.page.getByTestId('count-MOVES').locator('span').first().textContent());
  }

  async newItems(policy: 'WAIVE_IF_PAST' | 'REQUIRE' | 'REQUIRE_FROM_NOW'): Promise<void> {
    const worked = this.page.waitForResponse((response) => response.request().postData()?.includes(policy) ?? false);
    await this.page.getByTestId('new-items-policy').selectOption(policy);
    await worked;
  }

  async publishAndMove(number: number, count: number): Promise<void> {
    const { page, say } = this;
    await page.getByRole('button', { name: say('publish.publishAndMove', { number, count }), exact: true }).click();
    await page.getByText(say('publish.publishedAndMoved', { number, count }), { exact: true }).first().waitFor();
  }

  async publish(number: number, note: string): Promise<void> {
    const { page, say } = this;
    await page.getByLabel(say('publish.note')).fill(note);
    await page.getByRole('button', { name: say('publish.publish', { number }), exact: true }).click();
    await page.getByText(say('publish.published', { number }), { exact: true }).first().waitFor();
  }
}

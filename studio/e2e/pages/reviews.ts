import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { toldBy } from '../browser';
import type { Say } from '../words';

/** What waits for a mentor. */
export class Reviews {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/reviews');
    await this.page.getByRole('list', { name: this.say('reviews.title') }).waitFor();
  }

  /** One line of the queue. */
  row(person: string, title: string): Locator {
    return this.page
      .getByRole('list', { name: this.say('reviews.title') })
      .getByRole('button')
      .filter({ hasText: person })
      .filter({ hasText: title });
  }

  /** How much time the queue gives for it. */
  async timeLeft(person: string, title: string): Promise<string> {
    const [, left = ''] = await this.row(person, title).locator('> span').allInnerTexts();
    return left.trim();
  }

  async choose(person: string, title: string): Promise<void> {
    await this.row(person, title).click();
    await this.page.getByRole('heading', { name: title }).waitFor();
  }

  async sendBack(title: string, comment: string): Promise<void> {
    await this.decide('RETURN', title, comment);
  }

  async approve(title: string, comment: string): Promise<void> {
    await this.decide('APPROVE', title, comment);
  }

  private async decide(decision: 'APPROVE' | 'RETURN', title: string, comment: string): Promise<void> {
    const { page, say } = this;
    // Nothing is decided beforehand.
    const form = page.getByRole('form', { name: say('reviews.decision') });
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(0);
    await form
      .getByText(say(`reviews.decide.${decision}`), { exact: true })
      .first()
      .click();
    if (decision === 'APPROVE')
      for (const score of await form.locator('fieldset input[inputmode=decimal]').all()) await score.fill('85');
    await form.locator('textarea').fill(comment);
    await page.reload();
    await form.getByTestId('kept-text').waitFor();
    expect(await form.locator('textarea').inputValue()).toBe(comment);
    await form.locator('button[type=submit]').click();
    await toldBy(page, say(`reviews.toast.${decision}`, { title }));
  }
}

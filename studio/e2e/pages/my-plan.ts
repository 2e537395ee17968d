import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { toldBy } from '../browser';
import type { Say } from '../words';

/** The learner's page. */
export class MyPlan {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/my-plan');
    await this.page.getByRole('progressbar').first().waitFor();
  }

  /** Opens a course at its provider, which starts it, and comes back. */
  async goToCourse(title: string): Promise<void> {
    const [course] = await Promise.all([this.page.context().waitForEvent('page'), this.button('learn', title).click()]);
    await course.close();
    await this.button('complete', title).waitFor();
  }

  /** Marks a course done, and says that it took half an hour. */
  async markDone(title: string): Promise<void> {
    const { page } = this;
    await this.button('complete', title).click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('label', { hasText: '30' }).click();
    await sheet.getByTestId('mark-done').click();
  }

  /** Hands in the address of a document; `again` after it came back. */
  async submit(title: string, document: string, { again = false } = {}): Promise<void> {
    const { page, say } = this;
    const action = again ? 'submitAgain' : 'submit';
    await this.button(action, title).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(say('myPlan.link')).fill(document);
    // Closed by mistake, and the page left: what was typed is still there.
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.reload();
    await this.button(action, title).click();
    expect(await sheet.getByLabel(say('myPlan.link')).inputValue()).toBe(document);
    await sheet.getByRole('button', { name: say(`myPlan.${action}`), exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await toldBy(page, say('myPlan.recorded.SUBMIT', { title }));
  }

  /** Waits until the page says this, wherever. */
  async untilSays(text: string): Promise<void> {
    await this.page.getByText(text, { exact: true }).first().waitFor();
  }

  private button(action: string, title: string): Locator {
    const name = this.say('myPlan.actionOn', { action: this.say(`myPlan.${action}`), title });
    return this.page.getByLabel(name, { exact: true }).first();
  }
}

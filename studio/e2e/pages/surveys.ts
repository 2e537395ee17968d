import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';

/** Surveys of a cohort, as HR sees them. */
export class Surveys {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** By the tab beside the board. */
  async openFromBoard(cohortId: string): Promise<void> {
    await this.page.goto(`/cohorts/${encodeURIComponent(cohortId)}`);
    await this.page.getByRole('link', { name: this.say('cohorts.tabs.surveys'), exact: true }).click();
    await this.page.waitForURL(/\/surveys$/);
  }

  /** Opens a round of superiors with the ready-made questions. Their links go to them alone. */
  async ask(): Promise<void> {
    const { page } = this;
    await page.getByTestId('open-survey').first().click();
    await page.getByTestId('submit-survey').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await this.newest.waitFor();
  }

  /** The newest round. */
  get newest(): Locator {
    return this.page.getByTestId('survey-round').first();
  }
}

/** What a link opens. */
export class SurveyForm {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByTestId('send').waitFor();
  }

  get questions(): Locator {
    return this.page.getByRole('group');
  }

  chosen(question: number): Promise<string | null> {
    return this.questions.nth(question).locator('input:checked').getAttribute('aria-label');
  }

  /** The numbers of a question as boxes on the screen. */
  async boxes(question: number): Promise<{ width: number; height: number }[]> {
    const steps = await this.questions.nth(question).locator('label').all();
    const boxes = await Promise.all(steps.map((step) => step.boundingBox()));
    return boxes.flatMap((box) => box ?? []);
  }

  choose(question: number, value: number): Promise<void> {
    return this.questions
      .nth(question)
      .locator('label')
      .nth(value - 1)
      .click();
  }

  send(): Promise<void> {
    return this.page.getByTestId('send').click();
  }

  async untilSays(key: string): Promise<void> {
    await this.page.getByText(this.say(key), { exact: true }).first().waitFor();
  }
}

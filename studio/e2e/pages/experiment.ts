import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';
import { pick, pickValue } from './pick';

export interface Design {
  name: string;
  hypothesis: string;
  plan: string;
  /** Numbers of the versions, the reference first. */
  versions: [number, number];
  metricKey: string;
  smallestEffect: string;
  /** Everybody of a department who holds a job; no job = everybody of it. */
  groups: { department: string; job?: string }[];
  cohort: string;
}

/** An experiment from its design to its verdict. */
export class ExperimentPage {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** Fills in the design as its steps ask for it. @returns what it says that it could show */
  async design({
    name,
    hypothesis,
    plan,
    versions,
    metricKey,
    smallestEffect,
    groups,
    cohort,
  }: Design): Promise<string> {
    const { page } = this;
    await page.goto('/experiments/new');
    await page.locator('input[name=name]').fill(name);
    await page.locator('textarea[name=hypothesis]').fill(hypothesis);
    await pickValue(page.locator('input[name=plan]'), plan);
    for (const [index, number] of versions.entries()) await this.chooseVersion(index, number);
    await pickValue(page.locator('input[name=metric]'), metricKey);
    await page.locator('input[name=smallest]').fill(smallestEffect);
    for (const { department, job } of groups) {
      await pick(page.locator('input[name=department]'), department);
      const jobs = page.locator('select[name=job]');
      await page.locator('select[name=job]:not([disabled])').waitFor();
      if (job) await jobs.selectOption(job);
      await page.getByTestId('add-department').click();
    }
    await page.locator('input[name=cohortName]').fill(cohort);
    const answer = page.getByTestId('effect-answer');
    await answer.waitFor();
    return answer.innerText();
  }

  /** Keeps the design and starts what was drawn. */
  async begin(people: number): Promise<void> {
    const { page, say } = this;
    await page.getByTestId('create-experiment').click();
    await page.getByTestId('start-experiment').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('experiments.start.confirm', { count: people }), exact: true })
      .click();
    await this.locked.waitFor();
  }

  get locked(): Locator {
    return this.page.getByTestId('locked');
  }

  get verdict(): Locator {
    return this.page.getByTestId('verdict');
  }

  /** Opens the results: what is found stays as it is. */
  async open(): Promise<void> {
    const { page } = this;
    await page.getByTestId('analyse-experiment').click();
    await page.getByTestId('confirm').click();
    await page.getByTestId('analyse-experiment').waitFor({ state: 'detached' });
    await this.verdict.waitFor();
  }

  /** Records what is done now, and why. */
  async decide(what: string, reason: string): Promise<void> {
    const { page } = this;
    await page.getByTestId('decide-experiment').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(what, { exact: true }).click();
    await dialog.locator('textarea').fill(reason);
    await page.getByTestId('confirm').click();
    await page.getByTestId('decisions').getByText(what).waitFor();
  }

  private async chooseVersion(index: number, number: number): Promise<void> {
    const { page, say } = this;
    const label = index === 0 ? say('experiments.design.reference') : say('experiments.design.tried', { name: 'B' });
    const choice = page.getByLabel(label, { exact: true });
    const words = say('experiments.version', { number });
    const option = choice.locator('option').filter({ hasText: new RegExp(`^${words}(?!\\d)`) });
    await choice.selectOption((await option.first().getAttribute('value')) ?? '');
  }
}

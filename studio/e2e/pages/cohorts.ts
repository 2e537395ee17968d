import type { Page } from 'playwright-core';
import type { Say } from '../words';
import { pick } from './pick';

/** The list of cohorts. */
export class Cohorts {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/cohorts');
    await this.page.getByTestId('cohort').first().waitFor();
  }

  /** Starts a cohort and comes out on its board; its id. */
  async create({ plan, name, startsOn }: { plan: string; name: string; startsOn: string }): Promise<string> {
    const { page, say } = this;
    await page.getByTestId('create-cohort').click();
    const dialog = page.getByRole('dialog');
    await pick(dialog.getByRole('combobox', { name: say('cohorts.field.plan') }), plan);
    await dialog.locator('input[name=name]').fill(name);
    await dialog.locator('input[name=startsOn]').fill(startsOn);
    await dialog.getByRole('button', { name: say('cohorts.create'), exact: true }).click();
    await page.waitForURL(/\/cohorts\/[^/]+$/);
    return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  }
}

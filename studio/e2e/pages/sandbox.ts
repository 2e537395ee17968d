import type { Locator, Page } from 'playwright-core';
import type { Say } from '../words';

export type SandboxPeople = 'NOBODY' | 'DILIGENT' | 'MIXED';

/** Sandboxes: the list in the account's menu, and the bar above every page inside one. */
export class Sandbox {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  get bar(): Locator {
    return this.page.getByTestId('sandbox-bar');
  }

  /** Makes a copy of the workspace and comes out in it; without cohorts everybody can be enrolled once more. */
  async create(name: string, { cohorts = false } = {}): Promise<void> {
    const { page, say } = this;
    await this.openAccount();
    await page.getByRole('button', { name: say('sandbox.create'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say('sandbox.create') });
    await dialog.locator('input[name=name]').fill(name);
    await dialog.getByRole('checkbox', { name: say('sandbox.copyCohorts') }).setChecked(cohorts);
    await dialog.getByRole('button', { name: say('sandbox.createAndEnter'), exact: true }).click();
    await this.untilEntered(name);
  }

  /** Goes to a sandbox that somebody made. */
  async enter(name: string): Promise<void> {
    await this.openAccount();
    await this.page.getByRole('button', { name }).click();
    await this.untilEntered(name);
  }

  /** Moves the clock to a moment of the sandbox's zone, `2026-01-05T20:00`. */
  async moveTo(local: string, people: SandboxPeople): Promise<void> {
    const dialog = await this.openClock();
    await dialog.getByText(this.say('sandbox.ways.date'), { exact: true }).click();
    await dialog.locator('input[type=datetime-local]').fill(local);
    await this.run(people);
  }

  /** Moves the clock by one of the usual steps; the sentence with which it ends. */
  async move(way: 'day' | 'week' | 'twelveWeeks', people: SandboxPeople): Promise<string> {
    const dialog = await this.openClock();
    await dialog.getByText(this.say(`sandbox.ways.${way}`), { exact: true }).click();
    return this.run(people);
  }

  /** Goes to the messages by the button with which a move ends. */
  async leave(): Promise<void> {
    await this.bar.getByRole('button', { name: this.say('sandbox.leave') }).click();
    await this.bar.waitFor({ state: 'detached' });
    await this.page.locator('#page h1').first().waitFor();
  }

  private async openClock(): Promise<Locator> {
    await this.bar.getByRole('button', { name: this.say('sandbox.moveClock') }).click();
    const dialog = this.page.getByRole('dialog', { name: this.say('sandbox.moveClock') });
    await dialog.waitFor();
    return dialog;
  }

  private async run(people: SandboxPeople): Promise<string> {
    const { page, say } = this;
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('label')
      .filter({ hasText: say(`sandbox.behaviourText.${people}`) })
      .click();
    await page.getByTestId('move-clock').click();
    const end = dialog.getByRole('link', { name: say('sandbox.seeMessages') });
    await end.waitFor({ timeout: 180_000 });
    const sentence = await dialog.locator('p').first().innerText();
    await dialog
      .getByRole('button', { name: say('ui.close'), exact: true })
      .last()
      .click();
    await dialog.waitFor({ state: 'detached' });
    return sentence;
  }

  private async openAccount(): Promise<void> {
    const { page, say } = this;
    const more = page.getByRole('button', { name: say('frame.more'), exact: true });
    if (await more.isVisible()) await more.click();
    else await page.locator('nav button[popovertarget]').click();
    await page
      .getByRole('region', { name: say('sandbox.workspace') })
      .locator('visible=true')
      .waitFor();
  }

  private async untilEntered(name: string): Promise<void> {
    await this.bar.getByText(name, { exact: true }).waitFor({ state: 'attached' });
    await this.page.locator('#page h1').first().waitFor();
  }
}

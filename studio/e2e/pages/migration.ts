import type { Page } from 'playwright-core';
import { toldBy } from '../browser';
import type { Say } from '../words';

/** The page that moves running people to another version. */
export class Migration {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  /** The three numbers of the preview. */
  async counts(): Promise<{ moves: number; stays: number; blocked: number }> {
    await this.page.locator('[data-testid="run-migration"]:enabled').waitFor();
    const [moves, stays, blocked] = await Promise.all(
      ['MOVES', 'STAYS', 'BLOCKED'].map(async (effect) =>
        Number(await this.page.getByTestId(`count-${effect}`).locator('span').first().textContent()),
      ),
    );
    return { moves: moves ?? -1, stays: stays ?? -1, blocked: blocked ?? -1 };
  }

  /** The people in the preview, each with a line on what happens to them. */
  async people(): Promise<{ name: string; effect: string; summary: string }[]> {
    const rows = this.page.getByTestId('migration-person');
    await rows.first().waitFor();
    return Promise.all(
      (await rows.all()).map(async (row) => {
        const [name = '', , summary = ''] = await row.getByRole('button').first().locator('> span').allInnerTexts();
        return { name: name.trim(), effect: (await row.getAttribute('data-effect')) ?? '', summary: summary.trim() };
      }),
    );
  }

  /** Unticks somebody who moves, and ticks them again: the numbers follow, and the list stays where it is. */
  async tryTick(name: string, { moves, stays }: { moves: number; stays: number }): Promise<void> {
    const row = this.page.getByTestId('migration-person').filter({ hasText: name });
    const number = (effect: string, count: number) =>
      this.page.getByTestId(`count-${effect}`).getByText(String(count), { exact: true });
    await row.getByRole('checkbox', { name: this.say('migration.tick', { name }) }).uncheck();
    await number('MOVES', moves - 1).waitFor();
    await number('STAYS', stays + 1).waitFor();
    await row.and(this.page.locator('[data-effect="STAYS"]')).waitFor();
    await row.getByRole('checkbox').check();
    await number('MOVES', moves).waitFor();
    await row.and(this.page.locator('[data-effect="MOVES"]')).waitFor();
    await this.page.locator('[data-testid="run-migration"]:enabled').waitFor();
  }

  /** Moves as many people as the button says, and answers what the page says afterwards. */
  async run(count: number): Promise<void> {
    const { page, say } = this;
    await page.getByRole('button', { name: say('migration.run', { count }), exact: true }).click();
    await page.getByText(say('migration.moved', { count }), { exact: true }).first().waitFor();
  }

  /** Undoes the migration made last. */
  async undo(count: number): Promise<void> {
    const { page, say } = this;
    await page.getByTestId('undo-migration').first().click();
    await page.locator('[data-testid="migration"][data-undone]').first().waitFor();
    await toldBy(page, say('migration.undone', { count, left: 0 }));
  }
}

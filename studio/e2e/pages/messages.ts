import type { Page } from 'playwright-core';
import type { Say } from '../words';

export interface ShownMessage {
  /** The instant that the row is set at. */
  at: string;
  to: string;
  channel: string;
  title: string;
  state: string;
  text: string;
  /** The reasons, one for each thing that the message says. */
  whys: string[];
}

/** The list of everything that went out, or in a sandbox would have. */
export class Messages {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/messages');
    await this.page.getByTestId('delivery').first().waitFor();
  }

  /** Every row, the newest first. */
  async readAll(): Promise<ShownMessage[]> {
    const { page, say } = this;
    const rows = page.getByTestId('delivery');
    const more = page.getByRole('button', { name: say('ui.loadMore'), exact: true });
    while (await more.isVisible()) {
      const count = await rows.count();
      await more.click();
      await rows.nth(count).waitFor();
      await page.waitForLoadState('networkidle');
    }
    return rows.evaluateAll((all) =>
      all.map((row) => {
        const [to = '', channel = '', title = '', state = ''] = [...row.querySelectorAll('summary > span')].map(
          (span) => span.textContent?.trim() ?? '',
        );
        const [text, reasons] = row.querySelectorAll(':scope > div > div');
        return {
          at: row.querySelector('time')?.dateTime ?? '',
          to,
          channel,
          title,
          state,
          text: text?.textContent ?? '',
          whys: [...(reasons?.querySelectorAll('li > div:first-child') ?? [])].map((why) => why.textContent ?? ''),
        };
      }),
    );
  }

  /** How many the page says there are. */
  async shownCount(): Promise<number> {
    return Number(/\d+/.exec(await this.page.locator('header, #page').first().innerText())?.[0]);
  }
}

import { expect } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { Say } from '../words';
import { pickValue } from './pick';

type Point = { x: number; y: number };

/** The designer of a plan: the canvas on a wide screen, the outline on a phone. */
export class Designer {
  constructor(
    private readonly page: Page,
    private readonly say: Say,
  ) {}

  async open(planKey: string): Promise<void> {
    await this.page.goto(`/plans/${planKey}`);
    await this.untilShown();
  }

  /** Pulls an entry of the palette below an item of the canvas; the key of the new card. */
  async dragBelow(entry: string, itemKey: string): Promise<string> {
    const { page } = this;
    const card = await this.boxOf(`item-${itemKey}`);
    await this.drag(await this.middleOf(`palette-${entry}`), {
      x: card.x + card.width / 2,
      y: card.y + card.height + 6,
    });
    await page.getByTestId('inspector').locator('[data-field="title.en"]').waitFor();
    const key = await page.locator('.react-flow__node.selected').getAttribute('data-id');
    if (!key) throw new Error('nothing is selected after the drop');
    return key;
  }

  /** Adds an entry of the palette at the end of a stage, by two taps. */
  async addTo(stageKey: string, entry: string): Promise<void> {
    await this.page.getByTestId(`add-to-${stageKey}`).click();
    await this.page.getByTestId(`palette-${entry}`).click();
    await this.page.getByTestId('inspector').waitFor();
  }

  /** Names the item whose form is open, in both languages. */
  async name(title: { 'zh-CN': string; en: string }): Promise<void> {
    const form = this.page.getByTestId('inspector');
    await form.locator('[data-field="title.zh-CN"]').fill(title['zh-CN']);
    await form.locator('[data-field="title.en"]').fill(title.en);
  }

  /** Draws a link from the right side of one card to the left side of another. */
  async drawLink(from: string, to: string): Promise<void> {
    await this.drag(await this.middleOf(`handle-out-${from}`), await this.middleOf(`handle-in-${to}`));
    await this.page.locator(`.react-flow__edge[data-id^="${from}"][data-id*="${to}"]`).waitFor({ state: 'attached' });
  }

  /** The same in the open form: what has to come before. */
  async chooseBefore(itemKey: string): Promise<void> {
    await pickValue(this.page.getByTestId('inspector').locator('[data-field="connect-from"]'), itemKey);
  }

  /** Adds a reminder to the plan, in the form that is open while nothing is selected; its key. */
  async addReminder(rule: string): Promise<string> {
    const form = this.page.getByTestId('inspector');
    await form.getByTestId('add-reminder').click();
    const choice = form
      .locator('[data-field^="reminders."]')
      .filter({ has: this.page.locator(`option[value="${rule}"]`) });
    await choice.selectOption(rule);
    return (await choice.getAttribute('data-field'))?.split('.')[1] ?? '';
  }

  async closeForm(): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.say('ui.close') })
      .click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /**
   * Edits the plan in a second tab that dies unsaved and in this one, which saves: what the other tab had is offered
   * here, and restored. Ends with the title as it was.
   */
  async keepBothTabs(context: BrowserContext, planKey: string): Promise<void> {
    const { page } = this;
    const refuse = (route: Route) =>
      route.request().postData()?.includes('SaveDraft')
        ? route.fulfill({ json: { errors: [{ message: 'Later', extensions: { code: 'RATE_LIMITED' } }] } })
        : route.fallback();
    await context.route('**/graphql', refuse);
    const other = await context.newPage();
    await other.goto(`/plans/${planKey}`);
    const titleIn = (tab: Page) => tab.getByTestId('inspector').locator('[data-field="title.en"]');
    const before = await titleIn(page).inputValue();
    for (const [tab, title] of [
      [other, 'Of the other tab'],
      [page, 'Of this tab'],
    ] as const) {
      await titleIn(tab).fill(title);
      await tab.locator('[data-testid="save-state"][data-state="failed"]').waitFor();
    }
    await other.close();
    await context.unroute('**/graphql', refuse);
    await page.keyboard.press('ControlOrMeta+s');
    await this.untilSaved();
    await this.reload();
    expect(await titleIn(page).inputValue()).toBe('Of this tab');
    await page.getByRole('button', { name: this.say('designer.save.restore'), exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-field="title.en"]')?.value === 'Of the other tab',
    );
    await this.untilSaved();
    await titleIn(page).fill(before);
    await this.untilSaved();
  }

  async untilSaved(): Promise<void> {
    await this.page.locator('[data-testid="save-state"][data-state="saved"]').waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.untilShown();
  }

  /** Titles of a stage's items, as shown, in the order of the plan. */
  async titlesIn(stageKey: string): Promise<string[]> {
    await this.showOutline();
    const rows = this.page.getByTestId(`stage-${stageKey}`).locator('[data-testid^="item-"] button:first-child');
    const titles = await rows.locator('span > span:first-child').allInnerTexts();
    return titles.map((title) => title.trim()).filter((title) => title !== '');
  }

  /** What the outline says that an item opens after. */
  async opensAfter(title: string): Promise<string | null> {
    await this.showOutline();
    return this.page.locator('[data-testid^="item-"]').filter({ hasText: title }).first().textContent();
  }

  async publish(): Promise<void> {
    await this.page.getByTestId('publish').click();
    await this.page.waitForURL((url) => url.pathname.endsWith('/publish'));
  }

  private async showOutline(): Promise<void> {
    const outline = this.page.getByText(this.say('designer.views.outline'), { exact: true });
    if (await outline.isVisible()) await outline.click();
    await this.page.getByRole('list', { name: this.say('designer.outline.label') }).waitFor();
  }

  private async untilShown(): Promise<void> {
    await this.page.getByTestId('designer').waitFor();
    await this.page.locator('[data-testid^="item-"]').first().waitFor();
  }

  private async boxOf(testId: string) {
    const target = this.page.getByTestId(testId);
    await target.waitFor();
    const box = await target.boundingBox();
    if (!box) throw new Error(`${testId} is not on the screen`);
    return box;
  }

  private async middleOf(testId: string): Promise<Point> {
    const { x, y, width, height } = await this.boxOf(testId);
    return { x: x + width / 2, y: y + height / 2 };
  }

  private async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 8 });
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.up();
  }
}

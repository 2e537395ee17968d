import type { Locator, Page } from 'playwright-core';

/** Rows of a list open the same dialog: some of them stand for all. */
const MOST_ALIKE = 2;

/**
 * Opens every dialog that the page offers, by keyboard, and closes it with Escape. Answers the dialogs that were opened
 * and, of those, the ones after which the focus was not back at what opened them.
 */
export async function tryDialogs(page: Page): Promise<{ opened: string[]; lost: string[] }> {
  const opened: string[] = [];
  const lost: string[] = [];
  const tryOne = async (opener: Locator, press: () => Promise<void>, back = opener) => {
    await opener.focus();
    await press();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const title = (await dialog.locator('h2').first().textContent()) ?? '';
    opened.push(title);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    if (!(await back.evaluate((element) => element === document.activeElement))) lost.push(title);
  };

  const buttons = page.locator('[aria-haspopup="dialog"]:not(:disabled)').locator('visible=true');
  const tried = new Map<string, number>();
  for (const button of await buttons.all()) {
    const name = (await button.textContent()) ?? '';
    tried.set(name, (tried.get(name) ?? 0) + 1);
    if ((tried.get(name) ?? 0) <= MOST_ALIKE) await tryOne(button, () => page.keyboard.press('Enter'));
  }

  // A menu's entries: the focus comes back to its three dots.
  const dots = page.locator('main [popovertarget]:not([popover] *)').locator('visible=true').first();
  if ((await dots.count()) > 0) {
    const menu = page.locator(`[id="${await dots.getAttribute('popovertarget')}"]`);
    for (const entry of await menu.locator('button').all()) {
      await dots.focus();
      await page.keyboard.press('Enter');
      await tryOne(entry, () => page.keyboard.press('Enter'), dots);
    }
  }
  return { opened, lost };
}

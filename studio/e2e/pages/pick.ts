import type { Locator } from 'playwright-core';

/** The list that a picker's field has open. */
const listOf = async (field: Locator): Promise<Locator> =>
  field.page().locator(`[id="${await field.getAttribute('aria-controls')}"]`);

/** Chooses in a picker by the name that people read; `typed` narrows the list before. */
export async function pick(field: Locator, name: string, typed = name): Promise<void> {
  await field.fill(typed);
  const list = await listOf(field);
  await list.getByRole('option').filter({ hasText: name }).first().click();
}

/** Chooses in a picker by what it keeps, such as the key of an item. */
export async function pickValue(field: Locator, value: string): Promise<void> {
  await field.click();
  const list = await listOf(field);
  await list.locator(`[data-value="${value}"]`).click();
}

/** Chooses what a picker offers first, before anything is typed. */
export async function pickFirst(field: Locator): Promise<void> {
  await field.click();
  await (await listOf(field)).getByRole('option').first().click();
}

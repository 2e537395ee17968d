const NAME = 'planwright:tab:';

/**
 * Marks a designer as open for as long as its tab lives, however the tab ends. Browsers offer this only over https and
 * on this machine; elsewhere nobody is marked, and recovery also offers what another open tab is about to save.
 * Returns the way to end it.
 */
export function markOpen(tab: string, locks: LockManager | undefined): () => void {
  let release = () => {};
  const closed = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks?.request(`${NAME}${tab}`, () => closed).catch(() => undefined);
  return () => release();
}

/** The designers that are open in any tab of this browser. */
export async function openTabs(locks: LockManager | undefined): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : [])));
}

import type { Called, LoadedRelease, PluginHost } from '../plugin-host.js';
import { environment, someone } from './test-host.js';

export interface Attacked<T> {
  result: T;
  /** Calls of an innocent plugin that were answered while the attack ran. */
  served: number;
  /** Turns of the server's event loop meanwhile, counted by a timer. */
  ticks: number;
}

/** Runs an attack while an innocent plugin is called again and again, as the server would go on serving. */
export async function underAttack<T>(
  host: PluginHost,
  innocent: LoadedRelease,
  attack: () => Promise<T>,
): Promise<Attacked<T>> {
  const warm = await host.occurrences(innocent, 'rule', [someone('a')], {}, environment);
  if (!warm.ok) throw new Error(warm.failure.message);
  let over = false;
  let served = 0;
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const attacking = attack().finally(() => {
    over = true;
  });
  do {
    const called: Called<unknown> = await host.occurrences(innocent, 'rule', [someone('a')], {}, environment);
    if (!called.ok) throw new Error(`The innocent plugin failed: ${called.failure.message}`);
    served += 1;
  } while (!over);
  clearInterval(timer);
  return { result: await attacking, served, ticks };
}

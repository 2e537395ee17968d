import { once } from 'node:events';
import { type EmbeddedPostgres, startEmbedded } from '../../../database/embedded/start-embedded.js';

export interface FragileDatabase extends EmbeddedPostgres {
  /** Shuts it down “immediate”, as at a power cut, and waits until whoever keeps it running has it back. */
  restartImmediate(): Promise<void>;
}

export async function startFragile(
  options: Omit<Parameters<typeof startEmbedded>[0], 'onChange'>,
): Promise<FragileDatabase> {
  const changes = new EventTarget();
  const embedded = await startEmbedded({ ...options, onChange: (what) => changes.dispatchEvent(new Event(what)) });
  const restartImmediate = async (): Promise<void> => {
    const back = once(changes, 'back');
    process.kill(embedded.pid, 'SIGQUIT');
    await back;
  };
  return Object.defineProperties({ restartImmediate }, Object.getOwnPropertyDescriptors(embedded)) as FragileDatabase;
}

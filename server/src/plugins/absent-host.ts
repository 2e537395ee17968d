import type { Called, PluginHost } from './host/plugin-host.js';

/** Stands where processes cannot be started: every call is answered as unavailable. */
export function absentHost(): PluginHost {
  const away = async <T>(): Promise<Called<T>> => ({
    ok: false,
    failure: { kind: 'unavailable', message: 'no plugin host' },
  });
  return {
    isolation: { level: 1, reasons: [] },
    occurrences: away,
    score: away,
    address: away,
    send: away,
    settle: away,
    update: away,
    cancel: away,
    check: away,
    receive: away,
    // biome-ignore lint/correctness/useYield: nothing is there to be read
    read: async function* () {
      throw new Error('no plugin host');
    },
    classify: away,
    migrateConfig: away,
    health: () => ({ state: 'idle', restarts: 0 }),
    retire: async () => undefined,
    stop: async () => undefined,
  };
}

import { pino } from 'pino';
import { systemClock } from '../dist/clock/clock.js';
import { Ticker } from '../dist/clock/ticker.js';
import { readSettings } from '../dist/config/settings.js';
import { Buckets } from '../dist/plugins/integrations/buckets.js';
import { dueReminders } from '../dist/reminders/reminder-worker.js';
import { startServer } from '../dist/start.js';
import { answer, settings } from './child.mjs';

/** Our server as it runs in production: requests and reminders in one process. The channel alone is made up: it takes 100 a second. */
const { appUrl, rate } = settings();
const log = pino({ level: 'error' });
const started = startServer(
  readSettings({ PLANWRIGHT_MODE: 'production', API_PORT: '0', LOG_LEVEL: 'error' }),
  { appUrl },
  { log, limits: { signedIn: { burst: 1e9, perSecond: 1e9 } }, reminders: 'stand' },
);
const handed = { count: 0, first: 0, last: 0 };
const description = { dedupe: { how: 'key' }, rates: [{ scope: 'call', ...rate }], settles: false };
const channels = (database) => {
  const buckets = new Buckets(database);
  return {
    describe: async () => description,
    admit: async ({ workspaceId, integrationId }) =>
      buckets.take({ workspaceId, integrationId }, [{ key: 'call', rate }]),
    addresses: async (_channel, people) => ({ ok: true, value: people.map(({ email }) => email ?? null) }),
    send: async (_channel, { to }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      handed.count += 1;
      handed.first ||= performance.now();
      handed.last = performance.now();
      return { ok: true, value: to.map(({ person }) => ({ person, status: 'accepted' })) };
    },
  };
};
answer({
  ready: async () => (await started).api.url,
  remind: async () => {
    const { database, reminders } = await started;
    const deps = { ...reminders.deps, channels: channels(database) };
    new Ticker({ clock: systemClock, work: dueReminders(deps), onError: (error) => log.error({ err: error }) }).start();
  },
  handed: () => handed,
});

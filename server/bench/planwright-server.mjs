import { pino } from 'pino';
import { readSettings } from '../dist/config/settings.js';
import { startServer } from '../dist/start.js';
import { answer, settings } from './child.mjs';

/** Our server as it runs in production, with limits that let 2,000 streams come from one person. */
const { appUrl } = settings();
const started = startServer(
  readSettings({ API_PORT: '0', LOG_LEVEL: 'error', PLANWRIGHT_MODE: 'production' }),
  { appUrl },
  {
    log: pino({ level: 'error' }),
    limits: { signedIn: { burst: 1e9, perSecond: 1e9 } },
    sockets: { socketsPerPerson: 100_000 },
    // The figures of the others are theirs alone; reminders are measured by a server of their own.
    reminders: 'stand',
    live: { windowMilliseconds: Number(settings().windowMilliseconds ?? 100) },
  },
);
answer({
  ready: async () => (await started).api.url,
  figures: async () => (await started).boards.hub.figures,
  memory: () => process.memoryUsage().rss,
});

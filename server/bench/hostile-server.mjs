import { cnCalendar } from '@planwright/schema/calendar';
import { pino } from 'pino';
import { uuidOf } from '../dist/access/graphql/global-id.js';
import { readSettings } from '../dist/config/settings.js';
import { startServer } from '../dist/start.js';
import { answer, settings } from './child.mjs';

/** Our server as it runs in production, with hostile plugins beside its own; it attacks itself by them when it is told to. */
const { appUrl, environment, workspace, attacks } = settings();
const started = startServer(
  readSettings({ PLANWRIGHT_MODE: 'production', API_PORT: '0', LOG_LEVEL: 'error', ...environment }),
  { appUrl },
  {
    // What these plugins do is logged as an error, as it must be; here the lines would only hide the figures.
    log: pino({ level: 'fatal' }),
    limits: { signedIn: { burst: 1e9, perSecond: 1e9 } },
    sockets: { socketsPerPerson: 100_000 },
    reminders: 'stand',
  },
);
const someone = {
  person: 'a',
  plan: { key: 'bench', title: { en: 'Bench' } },
  status: 'ACTIVE',
  zone: 'Asia/Shanghai',
  startsOn: '2026-01-05',
  enrolledAt: '2026-01-01T00:00:00.000Z',
  hasMentor: false,
  stages: [],
  items: [],
  submissions: [],
};
const week = {
  from: '2026-01-05T00:00:00.000Z',
  until: '2026-01-12T00:00:00.000Z',
  calendar: cnCalendar,
  workspace: {},
};

answer({
  ready: async () => (await started).api.url,
  /** Attacks in every way for `milliseconds`, all plugins at once, each again as soon as it may start; answers how attempts ended. */
  attack: async ({ milliseconds, integrations }) => {
    const { plugins, database } = await started;
    const { host, registry, sessions } = plugins;
    const until = performance.now() + milliseconds;
    const ended = {};
    const once = async ({ plugin, rule }) => {
      if (rule) {
        const release = await database.look((tx) => registry.release(tx, workspace, plugin));
        return host.occurrences(release, rule, [someone], {}, week);
      }
      const { release, session } = await sessions.open(uuidOf('Integration', integrations[plugin]));
      return host.check(release, session);
    };
    const byPlugin = Map.groupBy(attacks, ({ plugin }) => plugin);
    await Promise.all(
      [...byPlugin.values()].map(async (ways) => {
        for (let turn = 0; performance.now() < until; turn += 1) {
          const called = await once(ways[turn % ways.length]);
          const kind = called.ok ? 'answered' : called.failure.kind;
          const wait = called.ok ? undefined : called.failure.retryAfterMs;
          if (kind === 'unavailable' && wait !== undefined) {
            turn -= 1;
            await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.min(wait, until - performance.now()))));
          } else ended[kind] = (ended[kind] ?? 0) + 1;
        }
      }),
    );
    return ended;
  },
});

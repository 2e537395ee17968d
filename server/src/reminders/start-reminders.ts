import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import { type Clock, Ticker } from '../clock/index.js';
import type { Database } from '../database/index.js';
import type { Inbox } from '../inbox/index.js';
import type { JobPort } from '../jobs/index.js';
import type { DefinitionCache } from '../plans/index.js';
import type { PluginDeps } from '../plugins/index.js';
import type { ProgressListener } from '../progress/index.js';
import { pluginChannels } from './deliver/plugin-channels.js';
import type { NoticeSources } from './notices/notice.js';
import { ORGANISATION_NOTICES, OrganisationNotices } from './notices/organisation-notices.js';
import { WORK_NOTICES } from './notices/queue-work-notices.js';
import { WorkNotices } from './notices/work-notices.js';
import { withReminders } from './plan/follow-progress.js';
import { pluginRules } from './plan/plugin-rules.js';
import type { ReminderDeps } from './ports.js';
import { dueReminders, nextReminderAt } from './reminder-worker.js';
import { advanceReminders } from './steps.js';

export interface Reminders {
  deps: ReminderDeps;
  /** The boards' listener, and the reminders' after it. */
  listener: ProgressListener;
  /** From now on what is due goes out by itself. */
  run(jobs: JobPort): Promise<void>;
  /** Plans and sends everything that is due at this workspace time. */
  advance(workspaceId: string, now: Instant): Promise<void>;
  /** Workspace time, later than `now`, at which the next message is planned to go out. */
  nextAt(workspaceId: string, now: Instant): Promise<Instant | undefined>;
  stop(): Promise<void>;
}

export interface RemindersBasis {
  database: Database;
  clock: Clock;
  log: Logger;
  definitions: DefinitionCache;
  plugins: Pick<PluginDeps, 'registry' | 'host' | 'sessions'>;
  inbox: Inbox;
  notices: NoticeSources;
  studioUrl: string;
  /** The listener that the progress room told of its changes before. */
  boards: ProgressListener;
}

/** A wake for each minute: the server that gets it asks for the next one in the same act. */
const EVERY_SECONDS = 60;

/** Everything that reminds. Any number of replicas may run it over one database. */
export function startReminders({ plugins, boards, ...basis }: RemindersBasis): Reminders {
  const deps: ReminderDeps = {
    ...basis,
    notices: {
      ...basis.notices,
      [WORK_NOTICES]: new WorkNotices(basis.definitions),
      [ORGANISATION_NOTICES]: new OrganisationNotices(),
    },
    rules: pluginRules(plugins.registry, plugins.host),
    channels: pluginChannels(plugins.sessions, plugins.host),
    random: Math.random,
    pause: (ms) => pause(ms),
  };
  const ticker = new Ticker({
    clock: deps.clock,
    work: dueReminders(deps),
    onError: (error) => deps.log.error({ err: error }, 'reminders could not go on; they try again'),
  });
  return {
    deps,
    listener: withReminders(boards, deps.clock, () => void ticker.wake()),
    run: async (jobs) => {
      const next = () =>
        deps.database.work((tx) => jobs.enqueue(tx, 'reminders-wake', { key: 'minute', afterSeconds: EVERY_SECONDS }));
      await jobs.work('reminders-wake', async () => {
        await next();
        await ticker.wake();
      });
      await next();
      ticker.start();
    },
    advance: (workspaceId, now) => advanceReminders(deps, workspaceId, now),
    nextAt: (workspaceId, now) => nextReminderAt(deps, workspaceId, now),
    stop: () => ticker.stop(),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from '@planwright/plugin-sdk';
import { pino } from 'pino';
import { systemClock } from '../../../clock/clock.js';
import { Ticker } from '../../../clock/ticker.js';
import { Database } from '../../../database/database.js';
import { Inbox } from '../../../inbox/inbox.js';
import { startPgBossJobs } from '../../../jobs/pg-boss-jobs.js';
import { DefinitionCache } from '../../../plans/definition-cache.js';
import type { ChannelPort, ReminderDeps, ReminderRules } from '../../ports.js';
import { dueReminders } from '../../reminder-worker.js';
import { CHANNELS, type ChaosSetting, KINDS } from './kinds.js';

/** A replica that does nothing but remind: the shipped planner, sender, ledger and queue; rules and channels are the run's own. */
const setting = JSON.parse(process.env.CHAOS ?? '{}') as ChaosSetting;
const log = pino({ level: process.env.CHAOS_LOG ?? 'silent' }, pino.destination(2));

const rules: ReminderRules = {
  find: async () => ({
    catchUp: 'ALL',
    occurrences: async (people, _params, { from, until }) => ({
      ok: true,
      value:
        setting.at >= from && setting.at < until
          ? people.map(({ person }) => ({
              person,
              key: 'now',
              at: setting.at,
              hard: true,
              about: { en: 'Hand in the report.', 'zh-CN': '提交报告。' },
              why: { en: 'It is time.', 'zh-CN': '到时间了。' },
            }))
          : [],
    }),
  }),
};

const channelOf = (integrationId: string) => {
  const channel = CHANNELS.find((one) => setting.integrations[one] === integrationId);
  if (!channel) throw new Error(`no channel leads to ${integrationId}`);
  return channel;
};

const channels: ChannelPort = {
  describe: async ({ integrationId }) => {
    const dedupe = KINDS[channelOf(integrationId)];
    // The calls of this run end after ten seconds.
    return { dedupe, rates: [], settles: dedupe.how === 'lookup', settlesAfterMs: 20_000 };
  },
  admit: async () => ({ ok: true }),
  addresses: async (_channel, people) => ({ ok: true, value: people.map(({ email }) => email ?? null) }),
  send: async ({ integrationId }, { key, to, content }) => {
    const [one] = to;
    if (!one) return { ok: true, value: [] };
    const body = JSON.stringify({ key, person: one.person, content: content.markdown });
    return {
      ok: true,
      value: [await post(`${setting.providerUrl}/send/${channelOf(integrationId)}`, body, one.person)],
    };
  },
  settle: async ({ integrationId }, refs) => ({
    ok: true,
    value: await Promise.all(refs.map((ref) => askAbout(channelOf(integrationId), ref))),
  }),
};

async function post(url: string, body: string, person: string): Promise<Outcome> {
  try {
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
    const answer = (await response.json()) as { ref?: string; retryAfterMs?: number };
    if (response.status === 429) return { person, status: 'retry', retryAfterMs: answer.retryAfterMs ?? 1000 };
    return { person, status: 'accepted', ...(answer.ref === undefined ? {} : { ref: answer.ref }) };
  } catch (error) {
    return { person, status: 'unknown', detail: String(error) };
  }
}

async function askAbout(channel: string, ref: string): Promise<Outcome> {
  try {
    const response = await fetch(`${setting.providerUrl}/known/${channel}?key=${ref}`, {
      signal: AbortSignal.timeout(10_000),
    });
    const { known } = (await response.json()) as { known: boolean };
    return { person: '', ref, status: known ? 'accepted' : 'retry' };
  } catch {
    return { person: '', ref, status: 'unknown' };
  }
}

/** PostgreSQL may be away just now. */
async function untilThere<T>(open: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      log.warn({ err: error }, 'not there yet');
      await pause(200);
    }
  }
}

const database = await untilThere(() => Database.open({ url: setting.appUrl, poolSize: 8 }));
const deps: ReminderDeps = {
  database,
  clock: systemClock,
  log,
  definitions: new DefinitionCache(),
  rules,
  channels,
  inbox: new Inbox(database, () => undefined),
  notices: {},
  studioUrl: 'http://127.0.0.1:3000',
  random: Math.random,
  pause: (ms) => pause(ms),
};
const ticker = new Ticker({
  clock: systemClock,
  work: dueReminders(deps),
  onError: (error) => log.warn({ err: error }, 'could not go on'),
  safetyPollMs: 1000,
});
const jobs = await untilThere(() => startPgBossJobs({ url: setting.appUrl, log }));
await jobs.work('reminders-wake', () => ticker.wake());
ticker.start();
// The ticker's timer keeps no process alive.
setInterval(() => undefined, 60_000);
process.stdout.write('ready\n');

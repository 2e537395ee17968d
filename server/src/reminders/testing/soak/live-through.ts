import type { Dedupe } from '@planwright/plugin-sdk';
import { addMs, type Instant, laterOf } from '@planwright/schema/time';
import type { Client } from 'pg';
import { pino } from 'pino';
import { type Clock, plusMs } from '../../../clock/clock.js';
import { instantTypes } from '../../../database/column-types.js';
import { Database } from '../../../database/database.js';
import type { Sql } from '../../../database/sql.js';
import { Inbox } from '../../../inbox/inbox.js';
import { DefinitionCache } from '../../../plans/definition-cache.js';
import { applyEvents } from '../../../progress/apply-events.js';
import { seededRandom } from '../../engine/random.js';
import { WORK_NOTICES } from '../../notices/queue-work-notices.js';
import { WorkNotices } from '../../notices/work-notices.js';
import { withReminders } from '../../plan/follow-progress.js';
import type { ReminderDeps } from '../../ports.js';
import { dueReminders } from '../../reminder-worker.js';
import { inProcessRules } from '../in-process-rules.js';
import type { CheckedRun } from './checker.js';
import { lot } from './conduct.js';
import { liveOn, load, upheavalOf } from './live-on.js';
import { Killed, mortal } from './mortal.js';
import { fakeProviders } from './providers.js';
import { makeQuarter, type Quarter } from './quarter.js';
import { type QuarterSettings, ROUTES } from './quarter-settings.js';
import { readRun } from './read-run.js';
import { onVirtualTime } from './virtual-time.js';

export interface Lived {
  quarter: Quarter;
  run: CheckedRun;
  /** Workers that died. */
  killed: number;
}

const KINDS: readonly Dedupe[] = [
  { how: 'key' },
  { how: 'lookup' },
  { how: 'content', window: 'day' },
  { how: 'none' },
];
/** Nobody could do anything: whoever died holds it for half a minute. */
const PATIENCE_MS = 5_000;
/** How often the second worker comes along. */
const TOGETHER = 0.1;

/**
 * Lives through the weeks in an empty migrated database: people act, the shipped workers plan and send and die, providers fail. Afterwards
 * only the tables and the providers' logs tell what happened. The same for the same settings.
 */
export async function liveThrough(
  urls: { adminUrl: string; appUrl: string },
  settings: QuarterSettings,
): Promise<Lived> {
  const owner = await onVirtualTime(urls.adminUrl, { types: instantTypes });
  // One connection: transactions follow one another as in one process, and a seed tells the same story again.
  const database = await Database.open({ url: urls.appUrl, poolSize: 1 });
  try {
    return await live(database, sqlOf(owner), settings);
  } finally {
    await database.close();
    await owner.end();
  }
}

async function live(database: Database, sql: Sql, settings: QuarterSettings): Promise<Lived> {
  const quarter = await makeQuarter(sql, settings);
  const { faults, outages, startAt, endAt, integrations, enrolments } = quarter;
  // A stream of their own, so that what workers suffer does not change what people do.
  const random = seededRandom(settings.seed ^ 0x5eed);
  let now = startAt;
  const moveTo = async (at: Instant): Promise<void> => {
    now = laterOf(now, at);
    await sql.rows('update soak.clock set at = $1', [now]);
  };
  await moveTo(startAt);
  const downUntil = (of: string): Instant | undefined =>
    outages.find((outage) => outage.of === of && outage.from <= now && now < outage.until)?.until;
  const kinds = new Map(
    ROUTES.map((route) => [route, settings.kinds?.[route] ?? (KINDS[Math.floor(random() * KINDS.length)] as Dedupe)]),
  );
  const { channels, log } = fakeProviders({
    seed: settings.seed,
    faults: faults.provider,
    now: () => now,
    down: (route) => downUntil(route) !== undefined,
    providers: [...kinds].map(([route, dedupe]) => ({
      route,
      dedupe,
      integrationId: integrations.get(route) ?? '',
      ...(route === 'chat' ? { bytes: 2048 } : {}),
    })),
  });
  const clock = (behindMs = 0): Clock => ({ real: () => plusMs(now, -behindMs), after: () => () => undefined });
  const definitions = new DefinitionCache();
  const deps: ReminderDeps = {
    database,
    clock: clock(),
    log: loud(),
    definitions,
    rules: inProcessRules(),
    channels,
    inbox: new Inbox(database, () => undefined),
    notices: { [WORK_NOTICES]: new WorkNotices(definitions) },
    studioUrl: 'https://soak.example',
    random,
    pause: async () => undefined,
  };
  const boards = { changed: async () => undefined, committed: () => undefined };
  const progress = { definitions, listener: withReminders(boards, deps.clock, () => undefined) };

  const acts = enrolments.flatMap((enrolment) => {
    const upheaval = upheavalOf(quarter, enrolment, sql);
    return upheaval ? [{ enrolment, ...upheaval }] : [];
  });
  await database.work(async (tx) => {
    const ids = enrolments.map(({ id }) => id);
    const loaded = await load(tx, progress, quarter, ids, now);
    await applyEvents(
      tx,
      progress,
      loaded,
      new Map(enrolments.map(({ id, enrolled }) => [id, { events: [enrolled] }])),
    );
  });
  for (const enrolment of enrolments) await liveOn(database, progress, quarter, enrolment, now);

  let killed = 0;
  const worker = async (behindMs?: number): Promise<number> => {
    // What it suffers is drawn by the moment, so that a seed tells the same story again.
    const own = seededRandom(Math.floor(lot(settings.seed, now, behindMs ?? 0) * 2 ** 32));
    const dies = (): boolean => {
      const isHit = own() < faults.crash;
      if (isHit) killed += 1;
      return isHit;
    };
    return dueReminders(mortal({ ...deps, random: own, clock: clock(behindMs) }, dies)).doDue();
  };
  let remindAt: Instant | undefined = now;
  for (;;) {
    const next = [...enrolments.map(({ nextAt }) => nextAt), ...acts.map(({ at }) => at), remindAt]
      .filter((at) => at !== undefined)
      .sort()[0];
    if (next === undefined || next > endAt) break;
    await moveTo(next);
    for (const enrolment of enrolments)
      if (enrolment.nextAt !== undefined && enrolment.nextAt <= now)
        await liveOn(database, progress, quarter, enrolment, now);
    for (const due of acts.filter(({ at }) => at <= now)) {
      acts.splice(acts.indexOf(due), 1);
      await liveOn(database, progress, quarter, due.enrolment, now, await due.act(now));
    }
    const away = downUntil('workers');
    if (away !== undefined) {
      remindAt = away;
      continue;
    }
    const behind = faults.behindMs[Math.floor(lot(settings.seed, now, 'behind') * faults.behindMs.length)];
    const isTogether = lot(settings.seed, now, 'together') < TOGETHER;
    const both = behind !== undefined && isTogether ? [worker(), worker(behind)] : [worker()];
    const done = (await Promise.all(both)).reduce((sum, count) => sum + count, 0);
    const following = await dueReminders(deps).nextDueAt();
    remindAt = following && done === 0 ? laterOf(following, addMs(now, PATIENCE_MS)) : following;
  }
  await sql.rows('update soak.clock set at = $1', [endAt]);
  return { quarter, killed, run: await readRun(sql, quarter, { log, kinds }) };
}

const sqlOf = (client: Client): Sql => ({
  rows: async <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
    (await client.query(statement, [...parameters])).rows as Row[],
  row: async <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
    ((await client.query(statement, [...parameters])).rows as Row[])[0],
});

/** Whoever fails otherwise than by dying has a fault. */
const loud = () =>
  pino({
    level: 'warn',
    hooks: {
      logMethod([given]) {
        const error = typeof given === 'object' && given !== null && 'err' in given ? given.err : given;
        if (!(error instanceof Killed)) throw error;
      },
    },
  });

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { connect } from '../database/connect.js';
import { Database } from '../database/database.js';
import { cloneDatabase } from '../testing/cluster.js';
import { startTcpProxy } from '../testing/tcp-proxy.js';
import type { JobPort } from './job-port.js';
import { QUEUE_ANSWERS_WITHIN_MS, startPgBossJobs } from './pg-boss-jobs.js';

let copy: Awaited<ReturnType<typeof cloneDatabase>>;
let database: Database;
const open: JobPort[] = [];
const replica = async () => {
  const jobs = await startPgBossJobs({ url: copy.appUrl, log: pino({ level: 'silent' }) });
  open.push(jobs);
  return jobs;
};
const waiting = () =>
  database.work((tx) =>
    tx.rows<{ state: string }>(`select state::text from pgboss.job where name = 'reminders-wake' and state < 'active'`),
  );

/** Comes true within the time of the test. */
const until = async (holds: () => boolean) => {
  while (!holds()) await wait(20);
};

beforeAll(async () => {
  copy = await cloneDatabase();
  database = await Database.open({ url: copy.appUrl });
});
afterAll(async () => {
  await Promise.all(open.map((jobs) => jobs.stop()));
  await database?.close();
  await copy?.drop();
});

describe('the queue', () => {
  test('belongs to the owner; the API may neither change it nor read it as itself', async () => {
    const owners = await database.work((tx) =>
      tx.rows<{ owner: string }>(`select distinct tableowner as owner from pg_tables where schemaname = 'pgboss'`),
    );
    expect(owners).toEqual([{ owner: 'planwright_owner' }]);
    const app = await connect(copy.appUrl);
    await expect(app.query('select 1 from pgboss.job')).rejects.toThrow('permission denied');
    await expect(app.query('create table pgboss.mine (id int)')).rejects.toThrow('permission denied');
    await app.end();
  });

  test('has a job exactly if its transaction commits, and one of a key at a time', async () => {
    const jobs = await replica();
    await expect(
      database.work(async (tx) => {
        await jobs.enqueue(tx, 'reminders-wake', { key: 'minute' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await waiting()).toEqual([]);
    for (let time = 0; time < 3; time += 1)
      await database.work((tx) => jobs.enqueue(tx, 'reminders-wake', { key: 'minute' }));
    expect(await waiting()).toHaveLength(1);
  });

  test('wakes one replica for each job', async () => {
    const woken: string[] = [];
    const [first, second] = [await replica(), await replica()];
    await first.work('reminders-wake', async () => void woken.push('first'));
    await second.work('reminders-wake', async () => void woken.push('second'));
    await until(() => woken.length === 1);
    await database.work((tx) => first.enqueue(tx, 'reminders-wake', { key: 'minute' }));
    await until(() => woken.length === 2);
    expect(await waiting()).toEqual([]);
  });

  test('goes on over new connections when its own have gone silent', async () => {
    // As it is set: half-open connections are noticed within 20 seconds.
    expect(QUEUE_ANSWERS_WITHIN_MS).toBeLessThanOrEqual(20_000);
    await Promise.all(open.splice(0).map((jobs) => jobs.stop()));
    const proxy = await startTcpProxy(copy.appUrl);
    const log = pino({ level: 'silent' });
    const jobs = await startPgBossJobs({ url: proxy.through(copy.appUrl), log, answersWithinMs: 400 });
    const woken: string[] = [];
    const wake = (key: string) => database.work((tx) => jobs.enqueue(tx, 'reminders-wake', { key }));
    await jobs.work('reminders-wake', async () => void woken.push('woken'));
    await wake('before');
    await until(() => woken.length === 1);
    const before = proxy.opened();
    proxy.swallow();
    await wake('after');
    await until(() => woken.length === 2);
    expect(proxy.opened()).toBeGreaterThan(before);
    await jobs.stop();
    await proxy.close();
  });
});

import { EventEmitter, once } from 'node:events';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase } from '../testing/cluster.js';
import { startTcpProxy, type TcpProxy } from '../testing/tcp-proxy.js';
import { connectionOptions } from './connect.js';
import { Database } from './database.js';
import { listen } from './listen.js';
import {
  answersWithin,
  LISTENER_ANSWERS_WITHIN_MS,
  LISTENER_ASKED_EVERY_MS,
  SilentConnection,
  STATEMENT_MS,
} from './silence.js';

let copy: Awaited<ReturnType<typeof cloneDatabase>>;
let proxy: TcpProxy;
let database: Database;
beforeAll(async () => {
  copy = await cloneDatabase();
  proxy = await startTcpProxy(copy.appUrl);
  database = await Database.open({ url: proxy.through(copy.appUrl), poolSize: 4, statementTimeoutMs: 1000 });
});
afterAll(async () => {
  await database?.close();
  await proxy?.close();
  await copy?.drop();
});

const ANSWER = 'select 1 as one';
/** As many transactions as connections: each ends when all have begun, or when one of them has failed. */
const together = (n: number) => {
  const begun = new EventEmitter();
  let waiting = 0;
  const one = async () => {
    const all = once(begun, 'all');
    try {
      await database.work(async (tx) => {
        await tx.rows(ANSWER);
        waiting += 1;
        if (waiting === n) begun.emit('all');
        await all;
      });
    } catch (error) {
      begun.emit('all');
      throw error;
    }
  };
  return Promise.allSettled(Array.from({ length: n }, one));
};

test('as it is set, a connection over which nothing comes is noticed within 20 seconds', () => {
  expect(answersWithin(STATEMENT_MS)).toBeLessThanOrEqual(20_000);
  expect(LISTENER_ASKED_EVERY_MS + LISTENER_ANSWERS_WITHIN_MS).toBeLessThanOrEqual(20_000);
  // What the server does about a client that has vanished, once it has something to tell it and while it has not.
  const setting = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(connectionOptions.options)?.[1]);
  expect(setting('tcp_user_timeout')).toBeLessThanOrEqual(20_000);
  const silent = setting('tcp_keepalives_idle') + setting('tcp_keepalives_interval') * setting('tcp_keepalives_count');
  expect(silent).toBeLessThanOrEqual(20);
});

test('PostgreSQL takes over what it is told about clients that vanish', async () => {
  const rows = await database.look((tx) =>
    tx.row(
      `select current_setting('tcp_user_timeout') as "user", current_setting('idle_in_transaction_session_timeout') as idle`,
    ),
  );
  expect(rows).toEqual({ user: '15000', idle: '20s' });
});

test('of a pool whose connections have all gone silent one request fails, and the next is answered', async () => {
  expect((await together(4)).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'));
  const before = proxy.opened();
  proxy.swallow();
  await expect(database.look((tx) => tx.rows(ANSWER))).rejects.toThrow(SilentConnection);
  expect(await database.look((tx) => tx.rows(ANSWER))).toEqual([{ one: 1 }]);
  expect((await together(4)).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'));
  expect(proxy.opened()).toBeGreaterThan(before);
});

test('a transaction that is cut off in its middle fails, and nothing of it stays', async () => {
  const cut = database.work(async (tx) => {
    await tx.rows(`insert into workspace (name) values ('half')`);
    proxy.swallow();
    await tx.rows(ANSWER);
  });
  await expect(cut).rejects.toThrow(SilentConnection);
  expect(await database.look((tx) => tx.rows('select 1 from workspace'))).toEqual([]);
});

test('NOTIFY over a silent connection fails instead of waiting for ever', async () => {
  await together(4);
  proxy.swallow();
  await expect(database.notify('some', 'thing')).rejects.toThrow(SilentConnection);
  await database.notify('some', 'thing');
});

test('who listens over a connection that goes silent hears again, and is told of the gap', async () => {
  const heard = new EventEmitter();
  const pace = { askedEveryMs: 200, answersWithinMs: 2000 };
  const listener = await listen(
    proxy.through(copy.appUrl),
    'silence_test',
    (payload) => heard.emit('message', payload),
    () => heard.emit('gap'),
    pace,
  );
  const gap = once(heard, 'gap');
  proxy.swallow();
  await gap;
  const message = once(heard, 'message');
  await database.notify('silence_test', 'hello').catch(() => database.notify('silence_test', 'hello'));
  expect(await message).toEqual(['hello']);
  await listener.close();
});

test('the state of a database that has gone silent is told without waiting for it', async () => {
  await together(4);
  expect(await database.condition()).toBe('WRITABLE');
  proxy.swallow();
  expect(await database.condition()).toBe('UNREACHABLE');
  expect(await database.condition()).toBe('WRITABLE');
});

import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import { refuseBadBody, refuseSlow } from './refusals.js';

let server: Server | undefined;
afterEach(async () => {
  await new Promise((resolve) => server?.close(resolve));
});

test('what takes too long is answered, and what comes after that harms nobody', async () => {
  const app = express();
  let finish: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const errors: unknown[] = [];
  app.use(refuseSlow(5), async (_request, response) => {
    await late;
    response.json({ data: {} });
  });
  app.use(refuseBadBody(pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })));
  server = createServer(app);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  const answer = await fetch(url, { method: 'POST', headers: { 'accept-language': 'zh' } });
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { errors: [{ message: '处理超时，刷新页面查看结果。', extensions: { code: 'INTERNAL' } }] },
  ]);
  finish();
  expect((await fetch(url, { method: 'POST' })).status).toBe(200);
  expect(errors).toEqual([]);
});

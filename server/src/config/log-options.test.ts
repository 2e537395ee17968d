import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { logOptions } from './log-options.js';

test('a fault of the database is logged without the row that it was about', () => {
  const lines: string[] = [];
  const log = pino(logOptions('info'), { write: (line: string) => void lines.push(line) });
  const fault = Object.assign(new Error('null value in column "name"'), {
    code: '23502',
    detail: 'Failing row contains (li.min@company.example).',
    where: 'JSON data, line 1: {"comment":"about Li Min',
    internalQuery: "select 'Li Min'",
  });
  log.error({ err: fault }, 'a request\nfailed');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/li.?min/i);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: '23502' }, msg: 'a request\nfailed' });
});

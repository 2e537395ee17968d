import { expect, test } from '@jest/globals';
import { instantTypes } from './column-types.js';

const instant = instantTypes.getTypeParser(1184) as (text: string) => unknown;

test.each([
  ['2026-01-05 10:00:00+00', '2026-01-05T10:00:00.000Z'],
  ['2026-01-05 10:00:00.2+00', '2026-01-05T10:00:00.200Z'],
  ['2026-01-05 10:00:00.25+00', '2026-01-05T10:00:00.250Z'],
  ['2026-01-05 10:00:00.257+00', '2026-01-05T10:00:00.257Z'],
  ['2026-01-05 10:00:00.257999+00', '2026-01-05T10:00:00.257Z'],
  ['2026-01-05 18:00:00.5+08', '2026-01-05T10:00:00.500Z'],
  ['2026-01-05 15:30:00+05:30', '2026-01-05T10:00:00.000Z'],
])('a timestamp %s is the instant %s', (text, expected) => {
  expect(instant(text)).toBe(expected);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inputFromInstant, instantFromInput } from './zoned-input';

test('six in the evening in Shanghai is ten in the morning UTC', () => {
  expect(instantFromInput('2026-03-06T18:00', 'Asia/Shanghai')).toBe('2026-03-06T10:00:00.000Z');
  expect(inputFromInstant('2026-03-06T10:00:00.000Z', 'Asia/Shanghai')).toBe('2026-03-06T18:00');
});

test('what is shown for an instant leads back to it, outside the hour that exists twice', () => {
  const minute = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minute, fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Kolkata'), (at, zone) => {
      const instant = new Date(at * 60_000).toISOString();
      expect(instantFromInput(inputFromInstant(instant, zone), zone)).toBe(instant);
    }),
  );
});

test('what is no time is no instant', () => {
  expect(instantFromInput('', 'UTC')).toBeUndefined();
});

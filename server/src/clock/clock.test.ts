import { expect, test } from '@jest/globals';
import { msBetween, plusMs, systemClock, workspaceNow } from './clock.js';
import { SettableClock } from './settable-clock.js';

test('the system clock goes by the machine and its timers can be taken back', async () => {
  expect(systemClock.real()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const fired: string[] = [];
  const cancel = systemClock.after(0, () => fired.push('cancelled'));
  cancel();
  await new Promise<void>((resolve) => {
    systemClock.after(1, resolve);
    // Timers of the clock do not keep a process alive; this one does while the test waits.
    setTimeout(() => undefined, 50);
  });
  expect(fired).toEqual([]);
});

test('a workspace lives its offset ahead of real time', () => {
  const clock = new SettableClock('2026-01-05T00:00:00Z');
  expect(workspaceNow(clock, 86_400_000)).toBe('2026-01-06T00:00:00.000Z');
  expect(msBetween('2026-01-05T00:00:00.000Z', '2026-01-04T00:00:00.000Z')).toBe(-86_400_000);
  expect(plusMs('2026-02-28T23:59:59.999Z', 1)).toBe('2026-03-01T00:00:00.000Z');
});

test('a settable clock stands still, fires what was due on its way in order, and never goes back', () => {
  const clock = new SettableClock('2026-01-05T00:00:00Z');
  const fired: string[] = [];
  const note = (name: string) => () => fired.push(`${name} ${clock.real().slice(11, 19)}`);
  clock.after(3000, note('late'));
  clock.after(1000, () => {
    note('early')();
    clock.after(1000, note('next'));
  });
  const cancel = clock.after(2500, note('cancelled'));
  cancel();
  expect(clock.real()).toBe('2026-01-05T00:00:00.000Z');
  clock.advance(2000);
  expect(fired).toEqual(['early 00:00:01', 'next 00:00:02']);
  clock.moveTo('2026-01-05T00:00:10Z');
  expect(fired).toEqual(['early 00:00:01', 'next 00:00:02', 'late 00:00:03']);
  expect(() => clock.moveTo('2026-01-04T00:00:00Z')).toThrow('cannot go back');
});

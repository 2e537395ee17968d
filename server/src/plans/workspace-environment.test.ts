import { expect, test } from '@jest/globals';
import { isWorkday } from '@planwright/schema/calendar';
import { calendarsOf } from './workspace-environment.js';

test('before a year is published its fixed holidays are known: nobody is reminded on New Year’s Day', () => {
  const cn = (years: Parameters<typeof calendarsOf>[0]) => calendarsOf(years).cn ?? { key: '', years: {} };
  const known = cn([{ calendar: 'cn', year: 2026, off: ['2026-01-01'], on: [] }]);
  // A Friday.
  expect(isWorkday('2027-01-01', known)).toEqual({ workday: false, provisional: true });
  expect(isWorkday('2027-10-01', known)).toEqual({ workday: false, provisional: true });
  expect(isWorkday('2027-01-04', known)).toEqual({ workday: true, provisional: true });
  // The notice of a year says all: what it does not name is no day off.
  const published = cn([{ calendar: 'cn', year: 2027, off: [], on: [] }]);
  expect(isWorkday('2027-01-01', published)).toEqual({ workday: true, provisional: false });
  // A calendar of the workspace's own follows nobody's law.
  const own = calendarsOf([{ calendar: 'own', year: 2026, off: [], on: [] }]).own;
  expect(own && isWorkday('2027-01-01', own)).toEqual({ workday: true, provisional: true });
});

import { describe, expect, test } from '@jest/globals';
import { shownEffect } from '@planwright/schema/migration';
import { secondVersion, smallPlan } from '../testing/small-plan.js';
import { foreseePart, type PartQuestion } from './foresee-part.js';

const NOW = '2026-01-07T02:00:00.000Z';
const history = (...done: string[]): string => {
  const enrolled = { versionId: 'v1', startsOn: '2026-01-05', zone: 'Asia/Shanghai', facts: {} };
  const at = '2026-01-06T02:00:00+00:00';
  return JSON.stringify([
    [1, at, at, 'hr', 'enrolled', enrolled],
    ...done.map((itemKey, n) => [n + 2, at, at, 'li', 'completed', { itemKey, source: 'MARKED' }]),
  ]);
};
const question = (histories: string[], held: number[] = []): PartQuestion => ({
  request: {
    fromVersionId: 'v1',
    to: { kind: 'version', versionId: 'v2' },
    mapping: [],
    dates: 'KEEP',
    newItems: 'WAIVE_IF_PAST',
    ended: 'STAY',
  },
  ends: {
    from: { versionId: 'v1', definition: smallPlan() },
    to: { versionId: 'v2', definition: secondVersion('small') },
  },
  definitions: {},
  settings: { migrationId: 'm', actor: 'hr' },
  environment: { now: NOW, calendars: {}, workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' } },
  people: histories.map((text, n) => ({ enrolmentId: `e${n}`, history: text, inRunningExperiment: held.includes(n) })),
  withEvents: true,
});

describe('a part of those who are to move', () => {
  test('says of people with the same history the same, and counts each of them', () => {
    const [begun, fresh] = [history('course'), history()];
    const { people, shown, totals, before } = foreseePart(question([fresh, begun, fresh, fresh], [3]));
    expect(people.map(({ enrolmentId, effect, shown: index }) => [enrolmentId, effect, index])).toEqual([
      ['e0', 'MOVES', 0],
      ['e1', 'MOVES', 1],
      ['e2', 'MOVES', 0],
      ['e3', 'BLOCKED', 2],
    ]);
    expect(shown.map((text) => shownEffect(text).progress?.before.completion.count)).toEqual([0, 1, undefined]);
    expect(totals).toEqual([{ kind: 'ADDED', itemKey: 'practice', count: 3 }]);
    expect(before.done).toBe(1);
    expect(people[3]).not.toHaveProperty('event');
  });

  test('fares alone as it does among others', () => {
    const histories = [history(), history('course'), history()];
    const together = foreseePart(question(histories));
    histories.forEach((text, n) => {
      const alone = foreseePart(question([text]));
      expect(alone.shown[0]).toBe(together.shown[together.people[n]?.shown ?? -1]);
      expect(alone.people[0]?.event).toEqual(together.people[n]?.event);
    });
  });

  test('has another digest when anything that is shown of anybody differs', () => {
    const digest = (histories: string[], held?: number[]) => foreseePart(question(histories, held)).digest;
    const [begun, fresh] = [history('course'), history()];
    expect(digest([fresh, begun])).toBe(digest([fresh, begun]));
    const others = [digest([fresh]), digest([fresh, fresh]), digest([begun, fresh]), digest([fresh, begun], [0])];
    expect(new Set([...others, digest([fresh, begun])]).size).toBe(5);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findItem } from '../definition/items-of.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { evaluate } from '../engine/evaluate.js';
import type { EnrolmentEvent, ItemMapping, NewEvent } from '../engine/event.js';
import { atOnce, onDueDate } from '../simulation/diligent.js';
import { paced } from '../simulation/paced.js';
import { walk } from '../simulation/walk.js';
import { type Happening, happenings, live } from '../testing/arbitrary-history.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { CN_ENVIRONMENT } from '../testing/person.js';
import { addMs, DAY_MS } from '../time/epoch.js';
import type { MigrationSettings } from './effect.js';
import { completeMapping } from './mapping.js';
import { previewMigration } from './preview-migration.js';
import { shownText } from './shown-effect.js';
import { stateHash } from './state-hash.js';
import { undoMigration } from './undo-migration.js';

/** Two plans whose keys overlap (s0-i0 …) while kinds, dates, links and groups differ at random, and how to move between. */
interface Case {
  v1: PlanDefinition;
  v2: PlanDefinition;
  before: Happening[];
  settings: MigrationSettings;
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    v1: runningPlan(),
    v2: runningPlan(),
    before: happenings(25),
    dates: fc.constantFrom('KEEP', 'RECOMPUTE', 'LATER_OF_BOTH' as const),
    newItems: fc.constantFrom('REQUIRE', 'REQUIRE_FROM_NOW', 'WAIVE_IF_PAST' as const),
    byHand: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('STATE', 'SCORE', 'RESET', 'DROP' as const)), {
      maxLength: 3,
    }),
  })
  .map(({ v1, v2, before, dates, newItems, byHand }) => ({
    v1,
    v2,
    before,
    settings: {
      migrationId: 'm',
      actor: 'hr',
      dates,
      newItems,
      ended: 'MOVE' as const,
      states: true,
      mapping: validMapping(v1, v2, byHand),
    },
  }));

function validMapping(
  v1: PlanDefinition,
  v2: PlanDefinition,
  byHand: [number, number, ItemMapping['carry']][],
): ItemMapping[] {
  const old = v1.stages.flatMap(({ items }) => items);
  const young = v2.stages.flatMap(({ items }) => items);
  const mapping: ItemMapping[] = [];
  for (const [i, j, carry] of byHand) {
    const from = old[i % old.length]?.key ?? '';
    const to = young[j % young.length]?.key ?? '';
    const entry = carry === 'DROP' ? { from, carry } : { from, to, carry };
    if (completeMapping(v1, v2, [...mapping, entry]).problems.length === 0) mapping.push(entry);
  }
  return mapping;
}

const record = (events: readonly EnrolmentEvent[], event: NewEvent, recordedAt: string): EnrolmentEvent[] => [
  ...events,
  { ...event, seq: events.length + 1, recordedAt } as EnrolmentEvent,
];

function preview({ v1, v2, before, settings }: Case) {
  const p = live(v1, before, { recordDates: true });
  const from = { versionId: 'v1', definition: v1 };
  const to = { versionId: 'v2', definition: v2 };
  const effects = previewMigration(from, to, settings, [{ id: 'e', events: p.events }], p.environment());
  const [effect] = effects;
  if (!effect) throw new Error('one enrolment has one effect');
  return { p, from, to, effect, effects, definitions: { v1, v2 } };
}

function sameSteps({ v1, v2 }: Case, key: string): boolean {
  const steps = (plan: PlanDefinition) => {
    const item = findItem(plan, key)?.item;
    return item?.kind === 'TASK' ? (item.task.steps ?? []).map((step) => step.key) : [];
  };
  return steps(v1).join() === steps(v2).join();
}

describe('the laws of moving people', () => {
  test('running a migration gives its preview, and leaves no date to be found out', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { p, effect, definitions } = preview(one);
        if (effect.effect !== 'MOVES') return;
        const after = evaluate(definitions, record(p.events, effect.event, p.now()), p.environment());
        expect(stateHash(after)).toBe(effect.stateAfter);
        expect(after.versionId).toBe('v2');
        expect(after.datesToFix).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('undoing it gives the state before, at once and when only time has passed', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 91 }), (one, days) => {
        const { p, from, to, effect, definitions } = preview(one);
        if (effect.effect !== 'MOVES') return;
        let events = record(p.events, effect.event, p.now());
        const later = addMs(p.now(), days * DAY_MS);
        const environment = { ...CN_ENVIRONMENT, now: later };
        for (const data of evaluate(definitions, events, environment).datesToFix) {
          events = record(events, { type: 'dateFixed', actor: 'system', occurredAt: later, data }, later);
        }
        const [undo] = undoMigration(from, to, { migrationId: 'm', actor: 'hr', now: later }, [{ id: 'e', events }]);
        if (undo?.effect !== 'RETURNS') throw new Error(`stays: ${undo?.reason.en}`);
        const back = evaluate(definitions, record(events, undo.event, later), environment);
        expect(stateHash(back)).toBe(stateHash(evaluate(definitions, p.events, environment)));
      }),
      { numRuns: 120 },
    );
  });

  test('undoing it after more was done is as if nobody had been moved, or names what stands in the way', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 60 }), fc.constantFrom(onDueDate, atOnce), (one, days, pace) => {
        const { p, from, to, effect, definitions } = preview(one);
        if (effect.effect !== 'MOVES') return;
        const later = addMs(p.now(), days * DAY_MS);
        const environment = { ...CN_ENVIRONMENT, now: later };
        const { events } = walk(
          {
            definitions,
            events: record(p.events, effect.event, p.now()),
            behaviour: paced(one.v2, { learner: 'learner', reviewer: 'hr' }, pace),
            until: later,
          },
          p.environment(),
        );
        const [undo] = undoMigration(from, to, { migrationId: 'm', actor: 'hr', now: later }, [{ id: 'e', events }]);
        if (undo?.effect === 'STAYS') {
          const kept = new Set(
            effect.event.data.mapping.flatMap((entry) =>
              entry.carry === 'STATE' && entry.from === entry.to ? [entry.from] : [],
            ),
          );
          expect(undo.itemKeys.length).toBeGreaterThan(0);
          for (const key of undo.itemKeys) expect([key, kept.has(key) && sameSteps(one, key)]).toEqual([key, false]);
          return;
        }
        if (undo?.effect !== 'RETURNS') throw new Error('everybody is in the answer');
        const since = events.slice(p.events.length + 1).filter(({ type }) => type !== 'dateFixed');
        const neverMoved = [...p.events, ...since].map((event, i) => ({ ...event, seq: i + 1 }));
        const back = evaluate(definitions, record(events, undo.event, later), environment);
        expect(stateHash(back)).toBe(stateHash(evaluate(definitions, neverMoved, environment)));
      }),
      { numRuns: 120 },
    );
  });

  test('a preview changes nothing by being asked for: the same again, whatever else is asked along', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { p, from, to, effect, effects } = preview(one);
        const others = live(one.v1, one.before.slice(0, 3), { recordDates: true }).events;
        const again = previewMigration(
          from,
          to,
          one.settings,
          [
            { id: 'x', events: others },
            { id: 'e', events: p.events },
          ],
          p.environment(),
        );
        expect(again[1]).toEqual(effect);
        expect(again.slice(1).map(shownText)).toEqual(effects.map(shownText));
      }),
      { numRuns: 50 },
    );
  });

  test('with everything kept, work that is done stays done and no known due date moves', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { p, effect, definitions } = preview({
          ...one,
          settings: { ...one.settings, mapping: [], dates: 'KEEP' },
        });
        if (effect.effect !== 'MOVES') return;
        const before = p.evaluation();
        const after = evaluate(definitions, record(p.events, effect.event, p.now()), p.environment());
        for (const item of after.items) {
          const old = before.items.find(({ key }) => key === item.key);
          if (!old || old.kind !== item.kind) continue;
          if (old.state === 'DONE' || old.state === 'EXCUSED')
            expect([item.key, item.state]).toEqual([old.key, old.state]);
          if (old.dueAt !== undefined) expect([item.key, item.dueAt]).toEqual([old.key, old.dueAt]);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('what was delivered stays on time or late as it was, whatever happens to the dates', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        // Moved an hour later: of two things in the same instant nobody can say which date held.
        const { p, effect, definitions } = preview({ ...one, before: [...one.before, { kind: 'wait', hours: 1 }] });
        if (effect.effect !== 'MOVES') return;
        const after = evaluate(definitions, record(p.events, effect.event, p.now()), p.environment());
        for (const old of p.evaluation().items) {
          const entry = effect.event.data.mapping.find(({ from }) => from === old.key);
          const item = after.items.find(({ key }) => key === entry?.to);
          if (!item || entry?.carry !== 'STATE' || old.deliveredAt === undefined || old.onTime === undefined) continue;
          expect([item.key, item.onTime]).toEqual([entry.to, old.onTime]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('LATER_OF_BOTH never takes a day away', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { p, effect, definitions } = preview({ ...one, settings: { ...one.settings, dates: 'LATER_OF_BOTH' } });
        if (effect.effect !== 'MOVES') return;
        const after = evaluate(definitions, record(p.events, effect.event, p.now()), p.environment());
        for (const old of p.evaluation().items) {
          const entry = effect.event.data.mapping.find(({ from }) => from === old.key);
          const item = after.items.find(({ key }) => key === entry?.to);
          if (!item || old.dueAt === undefined || entry?.carry === 'RESET') continue;
          expect([item.key, (item.dueAt ?? '') >= old.dueAt]).toEqual([entry?.to, true]);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('the hash of a preview holds for as long as time changes nothing, so that a run a minute later may go ahead', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { p, from, to, effect, effects, definitions } = preview(one);
        const later = addMs(p.now(), 60_000);
        const next = [p.evaluation()];
        if (effect.effect === 'MOVES')
          next.push(evaluate(definitions, record(p.events, effect.event, p.now()), p.environment()));
        if (next.some(({ nextChangeAt }) => nextChangeAt !== undefined && nextChangeAt <= later)) return;
        // A new item whose window closes within the minute is waived later and not now; for somebody who pauses no clock tells.
        if (effect.dueChanges.some(({ after }) => after !== undefined && after >= p.now() && after < later)) return;
        const again = previewMigration(from, to, one.settings, [{ id: 'e', events: p.events }], p.environment(later));
        expect(again.map(shownText)).toEqual(effects.map(shownText));
      }),
      { numRuns: 150 },
    );
  });
});

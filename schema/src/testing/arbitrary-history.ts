import fc from 'fast-check';
import type { Facts } from '../definition/facts.js';
import { findItem } from '../definition/items-of.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import {
  type ActorRole,
  type Decision,
  PROGRESS_ACTIONS,
  type ProgressAct,
  type ProgressAction,
} from '../engine/decide-progress.js';
import type { ItemEvaluation } from '../engine/evaluation.js';
import type { ReviewDecision } from '../engine/event.js';
import { kindOf } from '../kinds/index.js';
import type { ClosingAct } from '../kinds/kind.js';
import { addMs, HOUR_MS } from '../time/epoch.js';
import { type PersonOptions, person, type TestPerson } from './person.js';

/** One thing that happens. What the deciders refuse at that moment does not happen, so that every history is legal. */
export type Happening =
  | { kind: 'wait'; hours: number }
  | { kind: 'work'; item: number; score: number }
  | { kind: 'act'; item: number; action: ProgressAction; by: ActorRole; score: number; hoursAgo?: number }
  | { kind: 'review'; item: number; decision: ReviewDecision; score?: number }
  | { kind: 'facts'; facts: Facts }
  | { kind: 'mentor'; personId: string }
  | { kind: 'due'; item: number; hours: number }
  | { kind: 'promoted' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'cancel' }
  | { kind: 'uncancel' };

const waiting: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('wait' as const),
  hours: fc.oneof(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 24 * 21 })),
});

const acting: fc.Arbitrary<Happening> = fc.record(
  {
    kind: fc.constant('act' as const),
    item: fc.nat(11),
    action: fc.constantFrom(...PROGRESS_ACTIONS, 'COMPLETE', 'SUBMIT', 'SCORE' as const),
    by: fc.constantFrom('LEARNER', 'HR', 'HR', 'CONNECTOR' as const),
    score: fc.constantFrom(0, 59, 60, 80, 100),
    hoursAgo: fc.integer({ min: 0, max: 72 }),
  },
  { requiredKeys: ['kind', 'item', 'action', 'by', 'score'] },
);

/** The next natural thing on something that is open. */
const working: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('work' as const),
  item: fc.nat(11),
  score: fc.constantFrom(0, 59, 60, 80, 100),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: waiting },
  { weight: 10, arbitrary: working },
  { weight: 8, arbitrary: acting },
  {
    weight: 5,
    arbitrary: fc.record(
      {
        kind: fc.constant('review' as const),
        item: fc.nat(11),
        decision: fc.constantFrom('APPROVE', 'APPROVE', 'RETURN', 'REJECT' as const),
        score: fc.constantFrom(30, 70, 100),
      },
      { requiredKeys: ['kind', 'item', 'decision'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.record({
        kind: fc.constant('facts' as const),
        facts: fc.record(
          { teamSize: fc.constantFrom(2, 5), region: fc.constantFrom('east', 'west') },
          { requiredKeys: [] },
        ),
      }),
      fc.record({ kind: fc.constant('mentor' as const), personId: fc.constantFrom('mentor', 'other') }),
      fc.record({ kind: fc.constant('due' as const), item: fc.nat(11), hours: fc.integer({ min: -48, max: 480 }) }),
      fc.constant<Happening>({ kind: 'promoted' }),
      fc.constant<Happening>({ kind: 'pause' }),
      fc.constant<Happening>({ kind: 'resume' }),
      fc.constant<Happening>({ kind: 'resume' }),
    ),
  },
);

/** A course of events of up to `maxLength` happenings; rarely cancelled at the end. */
export const happenings = (maxLength = 40): fc.Arbitrary<Happening[]> =>
  fc
    .tuple(fc.array(happening, { maxLength, size: 'max' }), fc.nat(19))
    // The first day is hours away: without a wait hardly anything would be open.
    .map(([list, dice]) => [{ kind: 'wait', hours: dice === 1 ? 0 : 40 } as const, list, dice] as const)
    .map(([first, rest, dice]) => [[first, ...rest], dice] as [Happening[], number])
    .map(([list, dice]) => {
      if (dice === 0) return [...list, { kind: 'cancel' }, { kind: 'wait', hours: 100 }];
      if (dice !== 2) return list;
      // By mistake, in the middle, and taken back.
      const half = Math.ceil(list.length / 2);
      const mistake: Happening[] = [{ kind: 'cancel' }, { kind: 'wait', hours: 60 }, { kind: 'uncancel' }];
      return [...list.slice(0, half), ...mistake, ...list.slice(half)];
    });

export interface HistoryOptions extends Partial<PersonOptions> {
  /** Whether dates are recorded as they fall, as the server's ticker does. */
  recordDates: boolean;
  /** Called before each happening. */
  between?: (p: TestPerson) => void;
}

/** Walks a person through what happens. */
export function live(definition: PlanDefinition, list: readonly Happening[], options: HistoryOptions): TestPerson {
  const { recordDates, between, ...personal } = options;
  const p = person(definition, { now: '2026-01-03T04:00:00.000Z', facts: { teamSize: 5 }, ...personal });
  for (const one of list) {
    if (recordDates) p.fixDates();
    between?.(p);
    happen(p, one);
  }
  if (recordDates) p.fixDates();
  return p;
}

function happen(p: TestPerson, one: Happening): void {
  const { items, submissions, status } = p.evaluation();
  const now = p.now();
  switch (one.kind) {
    case 'wait':
      p.moveTo(addMs(now, one.hours * HOUR_MS));
      return;
    case 'work': {
      const open = items.filter(({ state }) => state === 'AVAILABLE' || state === 'STARTED' || state === 'RETURNED');
      const item = open[one.item % Math.max(1, open.length)];
      if (item) for (const act of naturalActs(p, item, one.score)) take(p, p.decide(act, 'CONNECTOR'));
      return;
    }
    case 'act': {
      const item = items[one.item % items.length];
      if (!item) return;
      const step = item.steps.find(({ completedAt }) => completedAt === undefined) ?? item.steps.at(-1);
      const occurredAt =
        one.hoursAgo === undefined || one.by === 'LEARNER' ? {} : { occurredAt: addMs(now, -one.hoursAgo * HOUR_MS) };
      const decision = p.decide(
        {
          action: one.action,
          itemKey: item.key,
          score: one.score,
          artefact: 'https://example.com/work',
          reason: 'why',
          ...(step ? { stepKey: step.key } : {}),
          ...occurredAt,
        },
        one.by,
      );
      take(p, decision);
      return;
    }
    case 'review': {
      const waits = submissions.filter(({ waiting }) => waiting);
      const submission = waits[one.item % Math.max(1, waits.length)];
      if (!submission) return;
      const { itemKey, attempt } = submission;
      const decision = p.decideReview({
        itemKey,
        attempt,
        decision: one.decision,
        comment: 'more',
        ...(one.score === undefined ? {} : { score: one.score }),
      });
      take(p, decision);
      return;
    }
    case 'facts':
      p.record({ type: 'factsChanged', data: { facts: one.facts } });
      return;
    case 'mentor':
      p.record({ type: 'mentorAssigned', data: { personId: one.personId } });
      return;
    case 'due': {
      const item = items[one.item % items.length];
      if (item)
        p.record({
          type: 'dueChanged',
          data: { itemKey: item.key, reason: 'why', at: addMs(now, one.hours * HOUR_MS) },
        });
      return;
    }
    case 'promoted':
      p.record({ type: 'personEvent', data: { event: 'PROMOTED' } });
      return;
    case 'pause':
      if (status === 'ACTIVE' || status === 'SCHEDULED') p.record({ type: 'paused', data: { reason: 'why' } });
      return;
    case 'resume':
      if (status === 'PAUSED') p.record({ type: 'resumed', data: { reason: 'why' } });
      return;
    case 'cancel':
      p.record({ type: 'cancelled', data: { reason: 'why' } });
      return;
    case 'uncancel':
      if (status === 'CANCELLED') p.record({ type: 'cancellationUndone', data: { reason: 'a mistake' } });
      return;
    default:
      one satisfies never;
  }
}

function take(p: TestPerson, decision: Decision): void {
  if ('events' in decision) for (const event of decision.events) p.record(event);
}

/** What brings an open item on: a mark, a score, the next step. */
export function naturalActs(p: TestPerson, item: ItemEvaluation, score: number): ProgressAct[] {
  const itemKey = item.key;
  const definition = p.definitions[p.evaluation().versionId];
  const found = definition && findItem(definition, itemKey)?.item;
  if (!found) return [];
  const step = item.steps.find(({ completedAt }) => completedAt === undefined) ?? item.steps.at(-1);
  const acts: Record<ClosingAct, ProgressAct> = {
    COMPLETE: { action: 'COMPLETE', itemKey },
    SCORE: { action: 'SCORE', itemKey, score },
    SUBMIT: { action: 'SUBMIT', itemKey, artefact: 'https://example.com/work', ...(step ? { stepKey: step.key } : {}) },
  };
  return [acts[kindOf(found).closedBy(found)]];
}

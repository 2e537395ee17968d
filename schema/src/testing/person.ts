import { cnCalendar } from '../calendar/generated/cn.js';
import type { Facts } from '../definition/facts.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { type ActorRole, type Decision, decideProgress, type ProgressAct } from '../engine/decide-progress.js';
import { decideReview, type ReviewAct } from '../engine/decide-review.js';
import { evaluate } from '../engine/evaluate.js';
import type { Environment, Evaluation, ItemEvaluation } from '../engine/evaluation.js';
import type { EnrolmentEvent, NewEvent, VersionId } from '../engine/event.js';
import type { Instant } from '../time/instant.js';

export interface PersonOptions {
  now: Instant;
  startsOn?: string;
  zone?: string;
  facts?: Facts;
  calendars?: Environment['calendars'];
  /** When the enrolment is recorded; `now` unless given. */
  enrolledAt?: Instant;
}

/** One enrolled person with a clock that the test moves, acting through the deciders. */
export interface TestPerson {
  readonly events: EnrolmentEvent[];
  readonly definitions: Record<VersionId, PlanDefinition>;
  environment(now?: Instant): Environment;
  evaluation(now?: Instant): Evaluation;
  item(key: string): ItemEvaluation;
  /** Moves the clock on and records the dates that fall to be fixed, as the server does. */
  at(now: Instant): TestPerson;
  /** Moves the clock on alone. */
  moveTo(now: Instant): void;
  now(): Instant;
  record(event: Pick<NewEvent, 'type' | 'data'> & { occurredAt?: Instant; actor?: string }): void;
  act(act: ProgressAct, by?: ActorRole): void;
  decide(act: ProgressAct, by?: ActorRole): Decision;
  review(act: ReviewAct, actor?: string): void;
  decideReview(act: ReviewAct, actor?: string): Decision;
  fixDates(): void;
}

export const CN_ENVIRONMENT: Omit<Environment, 'now'> = {
  calendars: { cn: cnCalendar },
  workspace: { calendar: 'cn', workingHours: { from: '09:00', to: '18:00' } },
};

export function person(definition: PlanDefinition, options: PersonOptions): TestPerson {
  const definitions: Record<VersionId, PlanDefinition> = { v1: definition };
  const events: EnrolmentEvent[] = [];
  let now = options.now;
  const calendars = options.calendars ?? CN_ENVIRONMENT.calendars;

  const self: TestPerson = {
    events,
    definitions,
    now: () => now,
    environment: (at = now) => ({ ...CN_ENVIRONMENT, calendars, now: at }),
    evaluation: (at = now) => evaluate(definitions, events, self.environment(at)),
    item(key) {
      const item = self.evaluation().items.find((one) => one.key === key);
      if (!item) throw new Error(`No item ${key}`);
      return item;
    },
    at(later) {
      now = later;
      self.fixDates();
      return self;
    },
    moveTo(later) {
      now = later;
    },
    record({ type, data, occurredAt = now, actor = 'hr' }) {
      events.push({ seq: events.length + 1, recordedAt: now, occurredAt, actor, type, data } as EnrolmentEvent);
    },
    decide: (act, by = 'LEARNER') =>
      decideProgress(versionNow(self), self.evaluation(), act, { by, actor: by.toLowerCase() }, now),
    act(act, by) {
      take(self, self.decide(act, by));
    },
    decideReview: (act, actor = 'mentor') =>
      decideReview(versionNow(self), self.evaluation(), act, { by: 'REVIEWER', actor }, now),
    review(act, actor) {
      take(self, self.decideReview(act, actor));
    },
    fixDates() {
      for (const date of self.evaluation().datesToFix) self.record({ type: 'dateFixed', data: date, actor: 'system' });
    },
  };
  const { startsOn = '2026-01-05', zone = 'Asia/Shanghai', facts = {}, enrolledAt = now } = options;
  events.push({
    seq: 1,
    recordedAt: enrolledAt,
    occurredAt: enrolledAt,
    actor: 'hr',
    type: 'enrolled',
    data: { versionId: 'v1', startsOn, zone, mentorId: 'mentor', facts },
  });
  return self;
}

function versionNow(p: TestPerson): PlanDefinition {
  const definition = p.definitions[p.evaluation().versionId];
  if (!definition) throw new Error('The version was not given');
  return definition;
}

function take(p: TestPerson, decision: Decision): void {
  if ('refusal' in decision) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
  for (const event of decision.events) p.record(event);
}

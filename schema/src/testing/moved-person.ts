import type { DateRule } from '../calendar/date-rule.js';
import { cnCalendar } from '../calendar/generated/cn.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { evaluate } from '../engine/evaluate.js';
import type { Environment, Evaluation } from '../engine/evaluation.js';
import type { EnrolmentEvent, NewEvent } from '../engine/event.js';
import type { MigrationEffect, MigrationSettings, NewEventOf } from '../migration/effect.js';
import { previewMigration } from '../migration/preview-migration.js';
import { assessment, course, plan, stage, task } from './plan-builder.js';

export const friday = (week: number): DateRule => ({ week, weekday: 'FRI', at: '18:00' });
export const fridayAt = (date: string) => `${date}T10:00:00.000Z`;

export const v1 = plan(
  [
    stage('one', [course('a', { due: friday(1) }), course('b', { due: friday(2) }), task('t', { due: friday(2) })]),
    stage('two', [course('c'), assessment('exam', { due: friday(4) })], { due: friday(4) }),
  ],
  { links: [{ from: 'a', to: 't', on: 'COMPLETED' }] },
);

export const at = (now: string): Environment => ({
  now,
  calendars: { cn: cnCalendar },
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
});

/** Records events as the store would, with the dates that the engine asks to fix. */
export function history(definitions: Record<string, PlanDefinition>, ...acts: NewEvent[]): EnrolmentEvent[] {
  const events: EnrolmentEvent[] = [];
  const record = (event: NewEvent) =>
    events.push({ ...event, seq: events.length + 1, recordedAt: event.occurredAt } as EnrolmentEvent);
  for (const act of acts) {
    record(act);
    for (const data of evaluate(definitions, events, at(act.occurredAt)).datesToFix) {
      record({ type: 'dateFixed', actor: 'system', occurredAt: act.occurredAt, data });
    }
  }
  return events;
}

export const enrolled: NewEventOf<'enrolled'> = {
  type: 'enrolled',
  occurredAt: '2026-01-04T16:00:00.000Z',
  actor: 'hr',
  data: { versionId: 'v1', startsOn: '2026-01-05', zone: 'Asia/Shanghai', mentorId: 'mentor', facts: {} },
};
export const by = (occurredAt: string) => ({ occurredAt, actor: 'learner' });
export const done = (itemKey: string, when: string): NewEvent => ({
  ...by(when),
  type: 'completed',
  data: { itemKey, source: 'MARKED' },
});
export const submit = (itemKey: string, when: string, attempt = 1): NewEvent => ({
  ...by(when),
  type: 'submitted',
  data: { itemKey, attempt },
});
export const approve = (itemKey: string, when: string): NewEvent => ({
  occurredAt: when,
  actor: 'mentor',
  type: 'reviewed',
  data: { itemKey, attempt: 1, decision: 'APPROVE' },
});
export const score = (itemKey: string, value: number, when: string): NewEvent => ({
  ...by(when),
  type: 'scored',
  data: { itemKey, score: value, by: 'hr' },
});

export const now = '2026-01-20T02:00:00.000Z';
export const SETTINGS: MigrationSettings = {
  states: true,
  migrationId: 'm1',
  actor: 'hr',
};

export function preview(v2: PlanDefinition, acts: NewEvent[], settings: Partial<MigrationSettings> = {}, when = now) {
  const events = history({ v1 }, enrolled, ...acts);
  const [effect] = previewMigration(
    { versionId: 'v1', definition: v1 },
    { versionId: 'v2', definition: v2 },
    { ...SETTINGS, ...settings },
    [{ id: 'e', events }],
    at(when),
  );
  if (!effect) throw new Error('one enrolment has one effect');
  return { events, effect };
}

/** Records the event of a preview and looks: the preview has to be what comes out. */
export function run(
  v2: PlanDefinition,
  events: EnrolmentEvent[],
  effect: MigrationEffect,
  when = now,
): { events: EnrolmentEvent[]; after: Evaluation } {
  if (effect.effect !== 'MOVES') throw new Error(`${effect.effect}: ${effect.reason?.en}`);
  const moved = [...events, { ...effect.event, seq: events.length + 1, recordedAt: when } as EnrolmentEvent];
  return { events: moved, after: evaluate({ v1, v2 }, moved, at(when)) };
}
export const stateOf = (evaluation: Evaluation, key: string) => evaluation.items.find((item) => item.key === key);

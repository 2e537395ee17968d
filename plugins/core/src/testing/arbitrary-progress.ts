import type { ItemProgress, PlanProgress, StepProgress } from '@planwright/schema/rules';
import { addDays, addMs, instantAt } from '@planwright/schema/time';
import fc from 'fast-check';

/** Zones whose clocks change, at different hours and by different steps, and some whose never do. */
export const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Cairo',
  'America/St_Johns',
  'Asia/Beirut',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Auckland',
];

const title = (key: string) => ({ 'zh-CN': key, en: key });
const day = (from: string, max: number) => fc.integer({ min: 0, max }).map((n) => addDays(from, n));
const time = fc.constantFrom('00:00', '01:30', '02:30', '09:00', '18:00', '23:59');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const STATES = ['LOCKED', 'AVAILABLE', 'STARTED', 'SUBMITTED', 'RETURNED', 'DONE', 'EXCUSED'] as const;

/** Drops what is undefined: progress crosses process borders as JSON. */
const dense = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const anyItem = (zone: string, startsOn: string, key: string): fc.Arbitrary<ItemProgress> =>
  fc
    .record({
      state: fc.constantFrom(...STATES),
      opens: optional(fc.tuple(day(startsOn, 80), time)),
      due: optional(fc.tuple(day(startsOn, 120), time)),
      handed: fc.integer({ min: 0, max: 20 }),
      steps: fc.array(fc.record({ due: optional(fc.tuple(day(startsOn, 120), time)), done: fc.boolean() }), {
        maxLength: 2,
      }),
      provisional: fc.boolean(),
    })
    .map(({ state, opens, due, handed, steps, provisional }) => {
      const opensAt = opens && instantAt(opens[0], opens[1], zone);
      const open = state === 'AVAILABLE' || state === 'STARTED' || state === 'RETURNED';
      const since = opensAt ?? instantAt(startsOn, '00:00', zone);
      return dense({
        key,
        stageKey: 'stage',
        kind: 'TASK' as const,
        title: title(key),
        requirement: 'REQUIRED' as const,
        state,
        opensAt,
        dueAt: due && instantAt(due[0], due[1], zone),
        inHandSince: open ? addMs(since, handed * 3_600_000) : undefined,
        overdue: false,
        provisional,
        steps: steps.map(
          (step, i): StepProgress => ({
            key: `step-${i}`,
            title: title(`step-${i}`),
            dueAt: step.due && instantAt(step.due[0], step.due[1], zone),
            completedAt: step.done ? since : undefined,
            provisional: false,
          }),
        ),
      });
    });

/** Somebody anywhere in a plan. The state need not be reachable: a rule has to keep its laws for any. */
export const anyProgress = (status?: PlanProgress['status']): fc.Arbitrary<PlanProgress> =>
  fc
    .record({
      zone: fc.constantFrom(...ZONES),
      startsOn: day('2025-11-01', 400),
      late: fc.integer({ min: -30, max: 30 }),
      status: status ? fc.constant(status) : fc.constantFrom('SCHEDULED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED'),
      hasMentor: fc.boolean(),
      count: fc.integer({ min: 0, max: 5 }),
      id: fc.uuid(),
    })
    .chain(({ zone, startsOn, late, count, id, ...rest }) =>
      fc
        .tuple(
          fc.tuple(...Array.from({ length: count }, (_, i) => anyItem(zone, startsOn, `item-${i}`))),
          fc.record({ opens: optional(fc.tuple(day(startsOn, 60), time)), complete: fc.boolean() }),
          fc.array(
            fc.record({
              item: fc.integer({ min: 0, max: 4 }),
              hours: fc.integer({ min: 0, max: 2000 }),
              within: optional(fc.integer({ min: 1, max: 72 })),
              waiting: fc.boolean(),
              reviewBy: fc.constantFrom('MENTOR' as const, 'SUPERIOR' as const, 'HR' as const, 'PEER' as const),
            }),
            { maxLength: 3 },
          ),
        )
        .map(
          ([items, stage, submissions]): PlanProgress =>
            dense({
              ...rest,
              person: id,
              plan: { key: 'plan', title: title('plan') },
              zone,
              startsOn,
              enrolledAt: addMs(instantAt(addDays(startsOn, late), '00:00', zone), 12_345_000),
              stages: [
                {
                  key: 'stage',
                  title: title('stage'),
                  open: true,
                  opensAt: stage.opens && instantAt(stage.opens[0], stage.opens[1], zone),
                  complete: stage.complete,
                  provisional: false,
                },
              ],
              items,
              submissions: submissions.map(({ item, hours, within, ...one }, i) => {
                const submittedAt = addMs(instantAt(startsOn, '08:00', zone), hours * 3_600_000);
                return {
                  ...one,
                  itemKey: `item-${item}`,
                  attempt: i + 1,
                  submittedAt,
                  feedbackDueAt: within === undefined ? undefined : addMs(submittedAt, within * 3_600_000),
                };
              }),
            }),
        ),
    );

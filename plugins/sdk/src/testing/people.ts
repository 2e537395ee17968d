import { cnCalendar } from '@planwright/schema/calendar';
import type {
  ItemProgress,
  PlanProgress,
  RuleEnvironment,
  StageProgress,
  SubmissionProgress,
} from '@planwright/schema/rules';
import { addDays, type Instant, instantAt, type PlainDate } from '@planwright/schema/time';

export const STARTS_ON = '2026-01-05';

/** An environment of twelve weeks from the start, by the Chinese working-day calendar. */
export const twelveWeeks = (startsOn: PlainDate = STARTS_ON): RuleEnvironment => ({
  from: instantAt(startsOn, '00:00', 'Asia/Shanghai'),
  until: instantAt(addDays(startsOn, 84), '00:00', 'Asia/Shanghai'),
  calendar: cnCalendar,
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'CN' },
});

/** Builds a person in a plan: begin with `aPerson('lin')`, add what the rule looks at. Each step gives a new builder. */
export interface PersonBuilder {
  with(change: Partial<PlanProgress>): PersonBuilder;
  stage(key: string, change?: Partial<StageProgress>): PersonBuilder;
  /** An open course of the last stage, due at 18:00 that many days after the start. */
  item(key: string, dueInDays: number, change?: Partial<ItemProgress>): PersonBuilder;
  /** Done that many days after the start. */
  done(key: string, inDays: number): PersonBuilder;
  /** Handed in that many days after the start, and waiting for the mentor since, who has a day. */
  handedIn(key: string, inDays: number, change?: Partial<SubmissionProgress>): PersonBuilder;
  build(): PlanProgress;
}

export const aPerson = (person: string, startsOn: PlainDate = STARTS_ON, zone = 'Asia/Shanghai'): PersonBuilder =>
  builder({
    person,
    plan: { key: 'new-manager', title: { 'zh-CN': '新经理 90 天', en: 'New manager, 90 days' } },
    status: 'ACTIVE',
    zone,
    startsOn,
    enrolledAt: instantAt(addDays(startsOn, -7), '10:00', zone),
    dueAt: instantAt(addDays(startsOn, 83), '18:00', zone),
    hasMentor: true,
    stages: [],
    items: [],
    submissions: [],
  });

function builder(progress: PlanProgress): PersonBuilder {
  const at = (days: number, time: string): Instant => instantAt(addDays(progress.startsOn, days), time, progress.zone);
  const change = (changed: Partial<PlanProgress>): PersonBuilder => builder({ ...progress, ...changed });
  const changeItem = (key: string, changed: Partial<ItemProgress>): ItemProgress[] => {
    if (!progress.items.some((item) => item.key === key)) throw new Error(`${progress.person} has no item ${key}.`);
    return progress.items.map((item) => (item.key === key ? { ...item, ...changed } : item));
  };
  return {
    with: change,
    stage: (key, changed) =>
      change({
        stages: [
          ...progress.stages,
          {
            key,
            title: { 'zh-CN': `阶段 ${key}`, en: `Stage ${key}` },
            open: true,
            opensAt: at(0, '00:00'),
            complete: false,
            provisional: false,
            ...changed,
          },
        ],
      }),
    item: (key, dueInDays, changed) =>
      change({
        items: [
          ...progress.items,
          {
            key,
            stageKey: progress.stages.at(-1)?.key ?? 'main',
            kind: 'COURSE',
            title: { 'zh-CN': `课程 ${key}`, en: `Course ${key}` },
            requirement: 'REQUIRED',
            state: 'AVAILABLE',
            opensAt: at(0, '00:00'),
            dueAt: at(dueInDays, '18:00'),
            inHandSince: at(0, '00:00'),
            overdue: false,
            provisional: false,
            steps: [],
            ...changed,
          },
        ],
      }),
    done: (key, inDays) => {
      const items = changeItem(key, { state: 'DONE', outcome: 'COMPLETED', completedAt: at(inDays, '16:00') });
      return change({ items: items.map((item) => (item.key === key ? withoutHand(item) : item)) });
    },
    handedIn: (key, inDays, changed) =>
      change({
        items: changeItem(key, { kind: 'TASK', state: 'SUBMITTED' }),
        submissions: [
          ...progress.submissions,
          {
            itemKey: key,
            attempt: 1,
            submittedAt: at(inDays, '16:00'),
            reviewBy: 'MENTOR',
            feedbackDueAt: at(inDays + 1, '16:00'),
            waiting: true,
            ...changed,
          },
        ],
      }),
    build: () => structuredClone(progress),
  };
}

function withoutHand({ inHandSince: _, ...item }: ItemProgress): ItemProgress {
  return item;
}

/** People in every situation that a rule meets: at the beginning, behind, waiting, away, done, without a mentor, in another zone. */
export function manyPeople(): PlanProgress[] {
  const usual = (person: string, startsOn?: PlainDate, zone?: string): PersonBuilder =>
    aPerson(person, startsOn, zone)
      .stage('basics')
      .item('welcome', 1)
      .item('goals', 11, { kind: 'TASK' })
      .stage('practice', { open: false, opensAt: '2026-02-02T16:00:00.000Z' })
      .item('feedback', 32)
      .item('review', 60, { provisional: true })
      .item('optional', 70, { requirement: 'OPTIONAL' });
  return [
    usual('begins').build(),
    usual('in-time').done('welcome', 1).done('goals', 9).build(),
    usual('behind')
      .with({
        items: usual('behind')
          .build()
          .items.map((item) => ({ ...item, overdue: item.key === 'welcome' })),
      })
      .build(),
    usual('waits').done('welcome', 1).handedIn('goals', 8).build(),
    usual('without-mentor').with({ hasMentor: false }).handedIn('goals', 10, { reviewBy: 'SUPERIOR' }).build(),
    usual('far-away', '2026-01-12', 'America/New_York').build(),
    usual('later', '2026-02-09').with({ status: 'SCHEDULED' }).build(),
    usual('paused').with({ status: 'PAUSED' }).build(),
    usual('completed')
      .with({ status: 'COMPLETED' })
      .done('welcome', 1)
      .done('goals', 8)
      .done('feedback', 20)
      .done('review', 40)
      .done('optional', 41)
      .build(),
    usual('cancelled').with({ status: 'CANCELLED' }).build(),
    aPerson('has-nothing').build(),
  ];
}

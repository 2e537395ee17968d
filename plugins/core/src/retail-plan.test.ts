import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import { checkPlan } from '@planwright/schema/check';
import type { PluginCatalogue } from '@planwright/schema/rules';
import { type SimulatedEvent, simulate } from '@planwright/schema/simulation';
import { plainDateIn, plainTimeIn } from '@planwright/schema/time';
import { parsePlanYaml } from '@planwright/schema/yaml';
import { z } from 'zod';
import { core, coreRules } from './index.js';

const PLANS = new URL('../../../seeds/plans/', import.meta.url);
const ENVIRONMENT = {
  calendars: { cn: cnCalendar },
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
  rules: coreRules,
};
const SHANGHAI = 'Asia/Shanghai';

function planOf(file: string) {
  const { definition, problems } = parsePlanYaml(readFileSync(new URL(file, PLANS), 'utf8'));
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

function remindersOf(definition: ReturnType<typeof planOf>, actions?: []): SimulatedEvent[] {
  const days = simulate(definition, { startsOn: '2026-01-05', zone: SHANGHAI, actions }, ENVIRONMENT);
  return days.flatMap(({ events }) => events.filter(({ kind }) => kind === 'REMINDER'));
}

const line = ({ at, ruleKey, itemKey, to }: SimulatedEvent): string =>
  [plainDateIn(at, SHANGHAI).slice(5), plainTimeIn(at, SHANGHAI).slice(0, 5), ruleKey, itemKey, to.join('+')]
    .filter(Boolean)
    .join(' ');

const catalogue: PluginCatalogue = Object.fromEntries([
  ...Object.entries(core.reminderRules ?? {}).map(([key, { title, params }]) => [
    `core/${key}`,
    {
      kind: 'REMINDER_RULE',
      plugin: 'core',
      version: core.version,
      title,
      configSchema: z.toJSONSchema(params, { io: 'input' }),
    },
  ]),
  ...Object.entries(core.scorers ?? {}).map(([key, { title, params, of }]) => [
    `core/${key}`,
    {
      kind: 'SCORER',
      of,
      plugin: 'core',
      version: core.version,
      title,
      configSchema: z.toJSONSchema(params, { io: 'input' }),
    },
  ]),
]);

describe('the retail plan from Monday 5 January 2026', () => {
  const all = remindersOf(planOf('retail-new-manager.yaml'));

  test('sends these messages and no other, worked out by hand', () => {
    expect(all.map(line)).toEqual([
      '01-05 09:00 day-one LEARNER',
      '01-05 09:00 monday LEARNER',
      '01-06 09:00 before-due manager-role LEARNER+MENTOR',
      '01-12 09:00 monday LEARNER',
      '01-13 09:00 before-due interviews LEARNER+MENTOR',
      '01-13 09:00 before-due retail-team-duties LEARNER+MENTOR',
      // 24 hours from Friday 18:00 end on a Saturday: four hours before is no working time, so the mentor hears at once.
      '01-16 18:00 feedback interviews MENTOR',
      // The week of 19 January asks nothing.
      '01-26 09:00 monday LEARNER',
      '01-27 09:00 before-due effective-meetings LEARNER+MENTOR',
      '02-09 09:00 monday LEARNER',
      '02-10 09:00 before-due performance-coaching LEARNER+MENTOR',
      // Spring Festival, 15 to 23 February: both its Mondays are silent. 24 February is the first working day.
      '02-24 09:00 before-due goal-plan LEARNER+MENTOR',
      // Saturday 28 February is worked.
      '02-28 14:00 feedback goal-plan MENTOR',
      '03-09 09:00 monday LEARNER',
      '03-10 09:00 before-due process-optimisation LEARNER+MENTOR',
      '03-16 09:00 monday LEARNER',
      '03-17 09:00 before-due customer-resources LEARNER+MENTOR',
      '03-17 09:00 before-due store-diagnosis LEARNER+MENTOR',
      '03-20 18:00 feedback store-diagnosis MENTOR',
      '03-23 09:00 monday LEARNER',
      '03-24 09:00 before-due promotion-plan LEARNER+MENTOR',
      '03-27 18:00 feedback promotion-plan MENTOR',
    ]);
  });

  test('lists all ten items by stage on the first day', () => {
    expect(all[0]?.text['zh-CN']).toBe(
      [
        '培养计划《零售新经理培养计划》开始了，共 10 项：',
        '**角色认知**',
        [
          '- 《新经理的角色定位》：1月9日（周五）18:00 截止',
          '- 《零售团队的核心职责》：1月16日（周五）18:00 截止',
          '- 《完成团队成员访谈报告》',
        ].join('\n'),
        '**团队管理**',
        [
          '- 《高效团队会议技巧》：1月30日（周五）18:00 截止',
          '- 《员工绩效辅导》：2月13日（周五）18:00 截止',
          '- 《制定团队季度目标拆解方案》：2月27日（周五）18:00 截止',
        ].join('\n'),
        '**业务赋能**',
        [
          '- 《零售业务流程优化》：3月13日（周五）18:00 截止',
          '- 《客户资源整合》：3月20日（周五）18:00 截止',
          '- 《完成1次门店运营诊断报告》：3月20日（周五）18:00 截止',
          '- 《门店推广方案》：3月27日（周五）18:00 截止',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  test('says on Monday what the week asks, and why it speaks', () => {
    const monday = all.find(({ at }) => at === '2026-01-12T01:00:00.000Z');
    expect(monday?.text.en).toBe(
      '2 things are due this week:\n\n- “Core duties of a retail team”: due Friday, 16 January, 18:00\n- “Team interview report”: due Friday, 16 January, 18:00',
    );
    expect(monday?.why?.['zh-CN']).toBe('每周一 09:00 提醒：7 天内截止 2 项，逾期 0 项。');
  });

  test('reminds who does nothing every working Monday of what is overdue', () => {
    const mondays = remindersOf(planOf('retail-new-manager.yaml'), []).filter(({ ruleKey }) => ruleKey === 'monday');
    expect(mondays.map(({ at }) => plainDateIn(at, SHANGHAI).slice(5)).slice(0, 11)).toEqual([
      '01-05',
      '01-12',
      '01-19',
      '01-26',
      '02-02',
      '02-09',
      '03-02',
      '03-09',
      '03-16',
      '03-23',
      '03-30',
    ]);
    expect(mondays.at(2)?.text['zh-CN']).toMatch(/^已逾期 2 项/);
  });

  test('is silent through the Spring Festival', () => {
    const off = all.filter(({ at }) => {
      const date = plainDateIn(at, SHANGHAI);
      return date >= '2026-02-15' && date <= '2026-02-23';
    });
    expect(off).toEqual([]);
  });
});

describe('a due date in the Spring Festival of 2026', () => {
  const definition = planOf('retail-new-manager.yaml');
  const before = (due: string, settings: Record<string, string | number>) => {
    const [stage] = definition.stages;
    if (!stage?.items[0]) throw new Error('the plan has changed');
    const item = { ...stage.items[0], due: { fixed: `${due}T18:00` } };
    const plan = {
      ...definition,
      links: [],
      scoring: undefined,
      stages: [{ ...stage, items: [item] }],
      reminders: [
        { key: 'r', use: 'core/before-due', with: settings, to: ['LEARNER' as const], channels: ['chat' as const] },
      ],
    };
    return remindersOf(plan).map(({ at }) => plainDateIn(at, SHANGHAI).slice(5));
  };

  test.each([
    // Three days before lies on a day off; 14 February, a Saturday, is worked.
    ['2026-02-15', 'PREVIOUS', '02-12'],
    ['2026-02-16', 'PREVIOUS', '02-13'],
    ['2026-02-17', 'PREVIOUS', '02-14'],
    ['2026-02-18', 'PREVIOUS', '02-14'],
    ['2026-02-23', 'PREVIOUS', '02-14'],
    ['2026-02-24', 'PREVIOUS', '02-14'],
    ['2026-02-26', 'PREVIOUS', '02-14'],
    ['2026-02-27', 'PREVIOUS', '02-24'],
    // The next working day, as long as that is before the due date.
    ['2026-02-18', 'NEXT', '02-14'],
    ['2026-02-24', 'NEXT', '02-24'],
    ['2026-02-26', 'NEXT', '02-24'],
    ['2026-02-17', 'SKIP', '02-14'],
  ])('due on %s with %s is announced on %s', (due, holidays, announced) => {
    expect(before(due, { days: 3, holidays })).toEqual([announced]);
  });

  test('with SKIP a day off is silent', () => {
    expect(before('2026-02-18', { days: 3, holidays: 'SKIP' })).toEqual([]);
  });

  test.each([
    ['2026-02-24', '02-12'],
    ['2026-02-25', '02-13'],
    ['2026-02-26', '02-14'],
    ['2026-02-27', '02-24'],
    ['2026-02-28', '02-25'],
    // Saturday 10 October is worked after the National Day.
    ['2026-10-12', '10-08'],
  ])('three working days before %s is %s', (due, announced) => {
    expect(before(due, { days: 3, unit: 'WORKDAY' })).toEqual([announced]);
  });
});

describe('the plans that are shipped', () => {
  test.each(readdirSync(PLANS))('%s has no problem with the core rules', (file) => {
    const options = { year: 2026, calendars: { cn: cnCalendar }, plugins: catalogue, rules: coreRules };
    const plain = checkPlan(planOf(file), { year: 2026, calendars: { cn: cnCalendar } });
    expect(checkPlan(planOf(file), options)).toEqual(plain);
    expect(plain.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });
});

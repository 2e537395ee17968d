import { FORMAT, type PlanDefinition } from '@planwright/schema/definition';

/** A small plan with a reference of every sort: links, joins, conditions, groups, weights and dates that count from items. */
export function retailPlan(): PlanDefinition {
  return {
    format: FORMAT,
    key: 'retail',
    title: { 'zh-CN': '零售新经理培养计划', en: 'Retail new manager' },
    calendar: 'cn',
    stages: [
      {
        key: 'role',
        title: { 'zh-CN': '角色认知', en: 'Role awareness' },
        due: { week: 2, weekday: 'FRI', at: '18:00' },
        items: [
          {
            key: 'manager-role',
            kind: 'COURSE',
            title: { 'zh-CN': '新经理的角色定位', en: 'The new manager’s role' },
            requirement: 'REQUIRED',
            due: { week: 1, weekday: 'FRI', at: '18:00' },
            course: { done: 'MARKED' },
          },
          {
            key: 'interviews',
            kind: 'TASK',
            title: { 'zh-CN': '完成团队成员访谈报告', en: 'Interview report' },
            requirement: 'REQUIRED',
            due: { anchor: 'OPENED', offset: 7, unit: 'DAY', at: '18:00' },
            task: { deliverable: 'DOCUMENT', review: { by: 'MENTOR', within: 'PT24H' } },
          },
        ],
      },
      {
        key: 'team',
        title: { 'zh-CN': '团队管理', en: 'Managing the team' },
        opens: { anchor: 'START', offset: 2, unit: 'WEEK' },
        due: { week: 8, weekday: 'FRI', at: '18:00' },
        items: [
          {
            key: 'coaching',
            kind: 'COURSE',
            title: { 'zh-CN': '员工绩效辅导', en: 'Performance coaching' },
            requirement: 'REQUIRED',
            due: { week: 6, weekday: 'FRI', at: '18:00' },
          },
          {
            key: 'negotiation',
            kind: 'COURSE',
            title: { 'zh-CN': '谈判技巧进阶' },
            requirement: 'ELECTIVE',
          },
          {
            key: 'tools',
            kind: 'COURSE',
            title: { 'zh-CN': '工具' },
            requirement: 'ELECTIVE',
          },
          {
            key: 'goal-plan',
            kind: 'TASK',
            title: { 'zh-CN': '制定团队季度目标拆解方案', en: 'Goal plan' },
            requirement: 'REQUIRED',
            due: { anchor: { completed: 'coaching' }, offset: 5, unit: 'WORKDAY', at: '18:00' },
            task: { deliverable: 'DOCUMENT' },
          },
        ],
      },
    ],
    electives: [{ key: 'skills', from: ['negotiation', 'tools'], choose: 2 }],
    links: [
      { from: 'manager-role', to: 'interviews', on: 'COMPLETED' },
      { from: 'interviews', to: 'goal-plan', on: 'APPROVED' },
      { from: 'coaching', to: 'goal-plan', on: { scoreIn: [60, 100] } },
    ],
    joins: { 'goal-plan': { rule: 'ALL' } },
    conditions: {
      'goal-plan': {
        all: [{ expression: 'person.teamSize > 3' }, { not: { item: 'interviews', is: 'FAILED' } }],
      },
    },
    scoring: { use: 'core/weighted', with: { weights: { interviews: 40, 'goal-plan': 60 } } },
  };
}

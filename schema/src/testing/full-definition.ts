import type { PlanDefinition } from '../definition/plan-definition.js';

/** A sound plan that uses every property of the language at least once, for tests that go through all of them. */
export const fullDefinition: PlanDefinition = {
  format: 'planwright/1',
  key: 'everything',
  title: { 'zh-CN': '全部', en: 'Everything' },
  description: { 'zh-CN': '说明', en: 'About' },
  audience: { jobRoles: ['store-manager'], departments: ['retail'], when: 'person.teamSize >= 3' },
  calendar: 'cn',
  stages: [
    {
      key: 'first',
      title: { 'zh-CN': '第一阶段', en: 'First stage' },
      description: { 'zh-CN': '开头', en: 'The start' },
      opens: { anchor: 'START', offset: 0, unit: 'DAY', at: '08:00', roll: 'FOLLOWING' },
      due: { week: 4, weekday: 'FRI', at: '18:00' },
      completion: { rule: 'ALL_IN_ORDER' },
      items: [
        {
          key: 'course',
          kind: 'COURSE',
          title: { 'zh-CN': '课程', en: 'Course' },
          description: { 'zh-CN': '听课', en: 'Listen' },
          requirement: 'REQUIRED',
          minutes: 60,
          points: 5,
          opens: { anchor: 'STAGE_START', offset: 1, unit: 'HOUR' },
          due: { week: 4, weekday: 'FRI', at: '12:00' },
          course: { url: 'https://learn.example.com/a', done: 'MIN_SCORE', score: 60 },
        },
        {
          key: 'task',
          kind: 'TASK',
          title: { 'zh-CN': '任务', en: 'Task' },
          requirement: 'REQUIRED',
          due: { anchor: { opened: 'course' }, offset: 15, unit: 'WORKDAY', at: '18:00', roll: 'PRECEDING' },
          task: {
            deliverable: 'DOCUMENT',
            steps: [
              {
                key: 'draft',
                title: { 'zh-CN': '初稿', en: 'Draft' },
                due: { anchor: 'OPENED', offset: 7, unit: 'DAY', at: '18:00' },
              },
              {
                key: 'final',
                title: { 'zh-CN': '定稿', en: 'Final' },
                due: { anchor: 'OPENED', offset: 14, unit: 'DAY', at: '18:00' },
              },
            ],
            review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' },
            with: [{ department: 'marketing', jobRole: 'planner', count: 2 }],
          },
          scorer: { use: 'core/rubric', with: { criteria: [{ key: 'depth', weight: 60 }], strict: true } },
        },
        { key: 'negotiation', kind: 'COURSE', title: { 'zh-CN': '谈判', en: 'Negotiation' }, requirement: 'ELECTIVE' },
        { key: 'tools', kind: 'COURSE', title: { 'zh-CN': '工具', en: 'Tools' }, requirement: 'ELECTIVE' },
      ],
    },
    {
      key: 'second',
      title: { 'zh-CN': '第二阶段', en: 'Second stage' },
      opens: { week: 5, weekday: 'MON' },
      due: { week: 30, weekday: 'FRI', at: '18:00' },
      completion: { rule: 'AT_LEAST', n: 3 },
      items: [
        {
          key: 'test',
          kind: 'ASSESSMENT',
          title: { 'zh-CN': '测评', en: 'Test' },
          requirement: 'REQUIRED',
          assessment: { passMark: 60, attempts: 2 },
        },
        {
          key: 'approval',
          kind: 'APPROVAL',
          title: { 'zh-CN': '审批', en: 'Approval' },
          requirement: 'REQUIRED',
          approval: {
            levels: [
              { by: 'MENTOR', mode: 'ANY' },
              { by: 'HR', mode: 'ALL' },
            ],
          },
        },
        {
          key: 'meeting',
          kind: 'MEETING',
          title: { 'zh-CN': '面谈', en: 'Meeting' },
          requirement: 'OPTIONAL',
          meeting: { with: 'SUPERIOR', minutes: 30 },
        },
        {
          key: 'survey',
          kind: 'SURVEY',
          title: { 'zh-CN': '问卷', en: 'Survey' },
          requirement: 'REQUIRED',
          survey: {
            respondents: 'TEAM',
            questions: [
              { key: 'clear', text: { 'zh-CN': '目标清楚吗', en: 'Are goals clear' }, scale: 5 },
              { key: 'fair', text: { 'zh-CN': '公平吗', en: 'Is it fair' }, scale: 7 },
            ],
          },
        },
      ],
    },
  ],
  electives: [{ key: 'skills', title: { 'zh-CN': '技能', en: 'Skills' }, from: ['negotiation', 'tools'], choose: 1 }],
  links: [
    { from: 'task', to: 'test', on: 'APPROVED', lag: { offset: 1, unit: 'WORKDAY' } },
    { from: 'test', to: 'approval', on: { scoreIn: [60, 100] } },
    { from: 'course', to: 'approval', on: 'COMPLETED' },
  ],
  joins: { approval: { rule: 'AT_LEAST', n: 1 } },
  conditions: {
    survey: {
      all: [
        { any: [{ expression: 'person.teamSize > 3' }, { item: 'course', is: 'COMPLETED' }] },
        { not: { item: 'task', is: 'REJECTED' } },
        { atLeast: { n: 1, of: [{ item: 'course', is: 'SUBMITTED' }, { expression: 'person.isLead' }] } },
      ],
    },
  },
  reminders: [
    {
      key: 'monday',
      use: 'core/weekly',
      with: { weekday: 'MON', at: '09:00', holidays: 'SKIP' },
      to: ['LEARNER'],
      channels: ['chat', 'email'],
    },
    { key: 'feedback', use: 'core/feedback-due', with: { hoursBefore: 4 }, to: ['MENTOR', 'HR'], channels: ['chat'] },
  ],
  scoring: { use: 'core/weighted', with: { weights: { task: 40, test: 60 } } },
  outcomes: [{ metric: 'team-performance', baseline: true, smallestEffect: 5 }],
  grants: ['team-lead'],
};

import type { Item } from '@planwright/schema/kinds';

/** Items that people need again and again, ready to drop. Keys get a number where they are taken. */
export type TemplateName = 'rehearsal' | 'threeSteps' | 'crossDepartment' | 'superiorSurvey';

export const TEMPLATES: Record<TemplateName, Item> = {
  rehearsal: {
    key: 'rehearsal',
    kind: 'TASK',
    title: { 'zh-CN': '绩效辅导实战演练', en: 'Coaching rehearsal' },
    requirement: 'REQUIRED',
    due: { anchor: 'OPENED', offset: 5, unit: 'WORKDAY', at: '18:00' },
    task: { deliverable: 'DOCUMENT', review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' } },
    scorer: {
      use: 'core/rubric',
      with: {
        criteria: [
          { key: 'listening', weight: 40 },
          { key: 'feedback', weight: 40 },
          { key: 'follow-up', weight: 20 },
        ],
      },
    },
  },
  threeSteps: {
    key: 'three-step-task',
    kind: 'TASK',
    title: { 'zh-CN': '三步任务', en: 'Task in three steps' },
    requirement: 'REQUIRED',
    due: { anchor: 'OPENED', offset: 15, unit: 'WORKDAY', at: '18:00' },
    task: {
      deliverable: 'DOCUMENT',
      steps: [
        {
          key: 'draft',
          title: { 'zh-CN': '初稿', en: 'Draft' },
          due: { anchor: 'OPENED', offset: 5, unit: 'WORKDAY', at: '18:00' },
        },
        {
          key: 'revision',
          title: { 'zh-CN': '修改', en: 'Revision' },
          due: { anchor: 'OPENED', offset: 10, unit: 'WORKDAY', at: '18:00' },
        },
        {
          key: 'final',
          title: { 'zh-CN': '终审', en: 'Final' },
          due: { anchor: 'OPENED', offset: 15, unit: 'WORKDAY', at: '18:00' },
        },
      ],
      review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' },
    },
  },
  crossDepartment: {
    key: 'cross-department-task',
    kind: 'TASK',
    title: { 'zh-CN': '跨部门协作任务', en: 'Task with another department' },
    requirement: 'REQUIRED',
    task: {
      deliverable: 'DOCUMENT',
      review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' },
      with: [{ count: 1 }],
    },
  },
  superiorSurvey: {
    key: 'superior-survey',
    kind: 'SURVEY',
    title: { 'zh-CN': '上级满意度问卷', en: 'Survey of the superior' },
    requirement: 'OPTIONAL',
    survey: {
      respondents: 'SUPERIOR',
      questions: [
        {
          key: 'overall',
          text: {
            'zh-CN': '你对这位新经理的整体表现满意吗？',
            en: 'How satisfied are you with the new manager overall?',
          },
          scale: 5,
        },
      ],
    },
  },
};

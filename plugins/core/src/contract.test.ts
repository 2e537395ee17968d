import { testReminderRule, testScorer } from '@planwright/plugin-sdk/testing';
import { core } from './index.js';

testReminderRule(core, 'day-one', { params: [{}, { at: '08:00', holidays: 'SEND' }] });
testReminderRule(core, 'weekly', {
  params: [
    { weekday: 'MON', at: '09:00', holidays: 'SKIP' },
    { weekday: 'SUN', holidays: 'NEXT' },
    { holidays: 'PREVIOUS' },
  ],
});
testReminderRule(core, 'before-due', {
  params: [
    { days: 3, at: '09:00', holidays: 'PREVIOUS' },
    { days: 3, unit: 'WORKDAY' },
    { days: 0, holidays: 'NEXT' },
  ],
});
testReminderRule(core, 'overdue', { params: [{}, { learnerAfter: 2, hrAfter: 0, unit: 'DAY', holidays: 'PREVIOUS' }] });
testReminderRule(core, 'feedback-due', { params: [{ hoursBefore: 4 }, { whenBreached: false, holidays: 'NEXT' }] });
testReminderRule(core, 'stage-opened', { params: [{}, { firstDay: true, holidays: 'PREVIOUS' }] });
testReminderRule(core, 'month-ahead', { params: [{}, { workday: 5 }] });

testScorer(core, 'weighted', {
  params: [{ weights: { goals: 60, review: 40 } }, { weights: { goals: 1 }, unscored: 'ZERO' }],
});
testScorer(core, 'rubric', {
  params: [
    {
      criteria: [
        { key: 'content', weight: 60 },
        { key: 'form', title: { 'zh-CN': '条理', en: 'Form' }, weight: 40 },
      ],
    },
  ],
});
testScorer(core, 'pass-mark', { params: [{}, { passMark: 75 }] });
testScorer(core, 'best-attempt', { params: [{}, { first: 1, lessEachTime: 5 }] });

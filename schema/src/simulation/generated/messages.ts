// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'simulatedEvent.overdue': { item: Said };
  'simulatedEvent.excused': { item: Said };
  'simulatedEvent.failed': { item: Said };
  'simulatedEvent.rejected': { item: Said };
  'simulatedEvent.done': { item: Said };
  'simulatedEvent.opens': { item: Said };
  'simulatedEvent.due': { item: Said };
  'simulatedEvent.stepDue': { item: Said; step: Said };
  'simulatedEvent.stageComplete': { stage: Said };
  'simulatedEvent.planComplete': { title: Said };
  'simulatedEvent.feedbackDue': { item: Said };
  'reminderStorm.LEARNER': Record<never, never>;
  'reminderStorm.MENTOR': Record<never, never>;
  'reminderStorm.SUPERIOR': Record<never, never>;
  'reminderStorm.HR': Record<never, never>;
  'reminderStorm.wouldGetMessages': { role: Said; date: Said; messages: Said; startsOn: Said; ruleKey: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'simulatedEvent.overdue': ["《",["item"],"》已逾期"],
    'simulatedEvent.excused': ["《",["item"],"》已免除"],
    'simulatedEvent.failed': ["《",["item"],"》未通过"],
    'simulatedEvent.rejected': ["《",["item"],"》未获批准"],
    'simulatedEvent.done': ["《",["item"],"》完成"],
    'simulatedEvent.opens': ["《",["item"],"》开放"],
    'simulatedEvent.due': ["《",["item"],"》截止"],
    'simulatedEvent.stepDue': ["《",["item"],"》的「",["step"],"」截止"],
    'simulatedEvent.stageComplete': ["阶段「",["stage"],"」完成"],
    'simulatedEvent.planComplete': ["培养计划《",["title"],"》完成"],
    'simulatedEvent.feedbackDue': ["《",["item"],"》的反馈截止"],
    'reminderStorm.LEARNER': '学员',
    'reminderStorm.MENTOR': '导师',
    'reminderStorm.SUPERIOR': '上级',
    'reminderStorm.HR': 'HR',
    'reminderStorm.wouldGetMessages': [["role"],"在 ",["date"]," 一天会收到 ",["messages"]," 条提醒（按 ",["startsOn"]," 开始推算），最多的来自「",["ruleKey"],"」。合并提醒，或把日期错开。"],
  },
  en: {
    'simulatedEvent.overdue': ["“",["item"],"” is overdue"],
    'simulatedEvent.excused': ["“",["item"],"” is excused"],
    'simulatedEvent.failed': ["“",["item"],"” is failed"],
    'simulatedEvent.rejected': ["“",["item"],"” is rejected"],
    'simulatedEvent.done': ["“",["item"],"” is done"],
    'simulatedEvent.opens': ["“",["item"],"” opens"],
    'simulatedEvent.due': ["“",["item"],"” is due"],
    'simulatedEvent.stepDue': ["“",["step"],"” of “",["item"],"” is due"],
    'simulatedEvent.stageComplete': ["Stage “",["stage"],"” is complete"],
    'simulatedEvent.planComplete': ["The plan “",["title"],"” is complete"],
    'simulatedEvent.feedbackDue': ["Feedback on “",["item"],"” is due"],
    'reminderStorm.LEARNER': 'The learner',
    'reminderStorm.MENTOR': 'The mentor',
    'reminderStorm.SUPERIOR': 'The superior',
    'reminderStorm.HR': 'HR',
    'reminderStorm.wouldGetMessages': [["role"]," would get ",["messages"]," messages on ",["date"]," (for a start on ",["startsOn"],"), most of them from “",["ruleKey"],"”. Merge reminders, or spread the dates."],
  },
});
export const { say, sayIn, says } = messages;

// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'figureList.completion': Record<never, never>;
  'figureList.onTime': Record<never, never>;
  'figureList.feedbackGiven': Record<never, never>;
  'figureList.feedbackInTime': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'figureList.completion': '完成率',
    'figureList.onTime': '按时率',
    'figureList.feedbackGiven': '已反馈',
    'figureList.feedbackInTime': '24 小时内反馈',
  },
  en: {
    'figureList.completion': 'Completion',
    'figureList.onTime': 'On time',
    'figureList.feedbackGiven': 'Feedback given',
    'figureList.feedbackInTime': 'Feedback in time',
  },
});
export const { say, sayIn, says } = messages;

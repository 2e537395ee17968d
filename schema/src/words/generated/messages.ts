// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue } from '../catalogue.js';

/** The messages, each with its arguments. */
export interface Messages {
  separator: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    separator: '、',
  },
  en: {
    separator: ', ',
  },
});
export const { say, sayIn, says } = messages;

// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'checkedValue.valueDoesNot': Record<never, never>;
  'refusal.planNoSomebody': { key: Said };
  'refusal.keyTakenChoose': { key: Said };
  'refusal.cannotChangedWay': { name: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'checkedValue.valueDoesNot': '这个值不合适，检查后再试。',
    'refusal.planNoSomebody': ["计划里没有「",["key"],"」，它可能已被删除；重新载入计划后再试。"],
    'refusal.keyTakenChoose': ["「",["key"],"」已被占用，换一个标识。"],
    'refusal.cannotChangedWay': ["「",["name"],"」不能这样修改，用它自己的命令。"],
  },
  en: {
    'checkedValue.valueDoesNot': 'This value does not fit here; check it and try again.',
    'refusal.planNoSomebody': ["The plan has no “",["key"],"”, somebody may have removed it; load the plan again and repeat the edit."],
    'refusal.keyTakenChoose': ["The key “",["key"],"” is taken; choose another one."],
    'refusal.cannotChangedWay': ["“",["name"],"” cannot be changed this way; use the command made for it."],
  },
});
export const { say, sayIn, says } = messages;

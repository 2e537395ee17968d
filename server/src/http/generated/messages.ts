// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  'refusals.tooLarge': Record<never, never>;
  'refusals.unreadable': Record<never, never>;
  'refusals.nullCharacter': Record<never, never>;
  'refusals.slow': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'refusals.tooLarge': '请求过大：培养计划最多 2 MB，其他请求最多 100 kB。',
    'refusals.unreadable': '请求不是有效的 JSON。',
    'refusals.nullCharacter': '文字里有空字符（U+0000），无法保存。删去后重试，或直接上传文件。',
    'refusals.slow': '处理超时，刷新页面查看结果。',
  },
  en: {
    'refusals.tooLarge': 'The request is too large: a plan may have 2 MB, anything else 100 kB.',
    'refusals.unreadable': 'The request is not valid JSON.',
    'refusals.nullCharacter': 'The text holds a null character (U+0000), which cannot be stored. Remove it, or upload the file itself.',
    'refusals.slow': 'This took too long. Load the page again and look what has been done.',
  },
});
export const { say, sayIn, says } = messages;

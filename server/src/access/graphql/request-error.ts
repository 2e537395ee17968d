import type { Language, LocalizedText } from '@planwright/schema/text';
import { GraphQLError } from 'graphql';

/** What concerns the request itself; everything that callers can correct in their input is a user error instead. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COSTLY'
  | 'READ_ONLY'
  | 'INTERNAL';

/** Anything that knows which language to answer in. */
export interface Speaks {
  language: Language;
}

const sentences = {
  UNAUTHENTICATED: { en: 'Sign in to continue.', 'zh-CN': '登录后才能继续。' },
  FORBIDDEN: { en: 'Your role does not allow this.', 'zh-CN': '你的角色无权执行此操作。' },
  NOT_FOUND: { en: 'This does not exist, or you may not see it.', 'zh-CN': '内容不存在，或你无权查看。' },
  RATE_LIMITED: { en: 'Too many requests. Wait a moment and try again.', 'zh-CN': '请求过于频繁，稍等片刻再试。' },
  QUERY_TOO_COSTLY: {
    en: 'This query asks for too much at once. Ask for less, or in pages.',
    'zh-CN': '一次查询的内容过多，减少内容或分页查询。',
  },
  READ_ONLY: {
    en: 'Planwright can be read but nothing can be saved right now. Nothing was changed; try again in a few minutes, and tell your administrator if it stays so.',
    'zh-CN': '系统目前只能查看，无法保存，未作任何更改。请几分钟后再试；如果一直如此，请联系管理员。',
  },
  INTERNAL: {
    en: 'Something went wrong on our side. Try again; nothing was changed.',
    'zh-CN': '服务出错，未作任何更改，稍后再试。',
  },
  CURSOR: {
    en: 'This place in the list is not known. Start from the beginning.',
    'zh-CN': '无法识别列表位置，从头开始读取。',
  },
  SUBSCRIPTION: {
    en: 'Subscriptions are answered over a WebSocket (protocol graphql-transport-ws) at the same address.',
    'zh-CN': '订阅请使用同一地址的 WebSocket（graphql-transport-ws 协议）。',
  },
  ROWS: { en: 'Ask for 1 to 1000 rows at a time.', 'zh-CN': '每次读取 1 至 1000 行。' },
  FIRST: { en: 'Ask for 1 to 100 entries at a time.', 'zh-CN': '每次读取 1 至 100 条。' },
} as const satisfies Record<string, LocalizedText>;

export type InputSentence = 'SUBSCRIPTION' | 'CURSOR' | 'FIRST' | 'ROWS';

/** The sentence of a code in the reader's language. */
export function sentenceOf(code: keyof typeof sentences, language: Language): string {
  return sentences[code][language];
}

function requestError(code: Exclude<RequestErrorCode, 'BAD_USER_INPUT'>, { language }: Speaks): GraphQLError {
  return new GraphQLError(sentences[code][language], { extensions: { code } });
}

export const unauthenticated = (speaker: Speaks) => requestError('UNAUTHENTICATED', speaker);
export const forbidden = (speaker: Speaks) => requestError('FORBIDDEN', speaker);
/** Also for what is there but hidden from the caller. */
export const notFound = (speaker: Speaks) => requestError('NOT_FOUND', speaker);
export const rateLimited = (speaker: Speaks) => requestError('RATE_LIMITED', speaker);
export const tooCostly = (speaker: Speaks) => requestError('QUERY_TOO_COSTLY', speaker);

/** Input that no form of ours sends. `path` are keys into the arguments. */
export function badInput({ language }: Speaks, sentence: InputSentence, path: string[]): GraphQLError {
  return new GraphQLError(sentences[sentence][language], { extensions: { code: 'BAD_USER_INPUT', path } });
}

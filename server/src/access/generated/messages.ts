// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  wrongCredentials: Record<never, never>;
  tooManyTries: Record<never, never>;
  unknownLocale: Record<never, never>;
  'request.UNAUTHENTICATED': Record<never, never>;
  'request.FORBIDDEN': Record<never, never>;
  'request.NOT_FOUND': Record<never, never>;
  'request.RATE_LIMITED': Record<never, never>;
  'request.QUERY_TOO_COSTLY': Record<never, never>;
  'request.READ_ONLY': Record<never, never>;
  'request.INTERNAL': Record<never, never>;
  'request.CURSOR': Record<never, never>;
  'request.SUBSCRIPTION': Record<never, never>;
  'request.ROWS': Record<never, never>;
  'request.FIRST': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    wrongCredentials: '邮箱或密码不正确，核对后重试。',
    tooManyTries: '失败次数过多，15 分钟后再试。',
    unknownLocale: '选择中文（zh-CN）或英文（en）。',
    'request.UNAUTHENTICATED': '登录后才能继续。',
    'request.FORBIDDEN': '你的角色无权执行此操作。',
    'request.NOT_FOUND': '内容不存在，或你无权查看。',
    'request.RATE_LIMITED': '请求过于频繁，稍等片刻再试。',
    'request.QUERY_TOO_COSTLY': '一次查询的内容过多，减少内容或分页查询。',
    'request.READ_ONLY': '系统目前只能查看，无法保存，未作任何更改。请几分钟后再试；如果一直如此，请联系管理员。',
    'request.INTERNAL': '服务出错，未作任何更改，稍后再试。',
    'request.CURSOR': '无法识别列表位置，从头开始读取。',
    'request.SUBSCRIPTION': '订阅请使用同一地址的 WebSocket（graphql-transport-ws 协议）。',
    'request.ROWS': '每次读取 1 至 1000 行。',
    'request.FIRST': '每次读取 1 至 100 条。',
  },
  en: {
    wrongCredentials: 'E-mail or password is wrong. Check both and try again.',
    tooManyTries: 'Too many failed attempts. Wait 15 minutes, then try again.',
    unknownLocale: 'Choose Chinese (zh-CN) or English (en).',
    'request.UNAUTHENTICATED': 'Sign in to continue.',
    'request.FORBIDDEN': 'Your role does not allow this.',
    'request.NOT_FOUND': 'This does not exist, or you may not see it.',
    'request.RATE_LIMITED': 'Too many requests. Wait a moment and try again.',
    'request.QUERY_TOO_COSTLY': 'This query asks for too much at once. Ask for less, or in pages.',
    'request.READ_ONLY': 'Planwright can be read but nothing can be saved right now. Nothing was changed; try again in a few minutes, and tell your administrator if it stays so.',
    'request.INTERNAL': 'Something went wrong on our side. Try again; nothing was changed.',
    'request.CURSOR': 'This place in the list is not known. Start from the beginning.',
    'request.SUBSCRIPTION': 'Subscriptions are answered over a WebSocket (protocol graphql-transport-ws) at the same address.',
    'request.ROWS': 'Ask for 1 to 1000 rows at a time.',
    'request.FIRST': 'Ask for 1 to 100 entries at a time.',
  },
});
export const { say, sayIn, says } = messages;

// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

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
  codeNeeded: Record<never, never>;
  wrongCode: Record<never, never>;
  wrongPassword: Record<never, never>;
  invitationGone: Record<never, never>;
  resetGone: Record<never, never>;
  tooManyResets: Record<never, never>;
  passwordShort: { count: Said };
  passwordLong: { count: Said };
  passwordCommon: Record<never, never>;
  passwordPersonal: Record<never, never>;
  passwordRepeats: Record<never, never>;
  demoAccount: Record<never, never>;
  noPassword: Record<never, never>;
  noKey: Record<never, never>;
  secondFactorThere: Record<never, never>;
  secondFactorNotBegun: Record<never, never>;
  noSecondFactor: Record<never, never>;
  proofNeeded: Record<never, never>;
  notInSandbox: Record<never, never>;
  peopleToInvite: { count: Said };
  noSystemMail: Record<never, never>;
  personLeft: { name: Said };
  personHasNoEmail: { name: Said };
  personHasAccount: { name: Said };
  personHasNoPassword: { name: Said };
  addressTaken: { name: Said };
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
    codeNeeded: '输入身份验证器 App 显示的验证码，或一个恢复码。',
    wrongCode: '验证码不正确或已经用过。等下一个验证码出现后重试。',
    wrongPassword: '当前密码不正确，重新输入。',
    invitationGone: '邀请链接已失效：已经用过、已过期，或有更新的邀请。请 HR 重新邀请。',
    resetGone: '链接已失效：已经用过、已过期，或有更新的链接。在登录页重新获取。',
    tooManyResets: '获取链接的次数过多，一小时后再试。',
    passwordShort: ["密码至少 ",["count"]," 个字符。连着写几个词，既够长又好记。"],
    passwordLong: ["密码最多 ",["count"]," 个字符。"],
    passwordCommon: '这个密码太常见，容易被猜到。换一个，例如几个互不相关的词。',
    passwordPersonal: '这个密码主要由姓名、邮箱、公司名或日期组成。换成别人不知道的内容。',
    passwordRepeats: '这个密码是重复的字符或键盘上连续的按键。换成几个互不相关的词。',
    demoAccount: '演示账号由大家共用，不能更改。',
    noPassword: '这个账号没有密码，通过公司的身份提供商登录。',
    noKey: '服务器没有保存机密信息的密钥。请管理员设置 PLANWRIGHT_SECRET_KEY。',
    secondFactorThere: '账号已开启两步验证。要更换设备，先关闭再重新开启。',
    secondFactorNotBegun: '先获取新的二维码，再输入 App 显示的验证码。',
    noSecondFactor: '这个账号没有开启两步验证。',
    proofNeeded: '再次输入密码后继续。',
    notInSandbox: '沙盒中没有账号。先回到正式工作区。',
    peopleToInvite: ["选择 1 至 ",["count"]," 人。"],
    noSystemMail: '还没有设置发送系统邮件的集成。在“集成”中选择一个，或复制链接。',
    personLeft: [["name"]," 已离职。"],
    personHasNoEmail: [["name"]," 没有邮箱，先补充邮箱。"],
    personHasAccount: [["name"]," 已有账号。如果忘记密码，给对方发送设置新密码的链接。"],
    personHasNoPassword: [["name"]," 还没有密码，应当发送邀请。"],
    addressTaken: ["已有其他人用 ",["name"]," 的邮箱登录，先更正其中一个。"],
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
    codeNeeded: 'Enter the code that your authenticator app shows, or a recovery code.',
    wrongCode: 'This code is wrong or was used already. Wait for the next one and try again.',
    wrongPassword: 'This is not your present password. Try again.',
    invitationGone: 'This invitation no longer works: it was used, it has expired, or there is a newer one. Ask HR for another.',
    resetGone: 'This link no longer works: it was used, it has expired, or there is a newer one. Ask for another on the sign-in page.',
    tooManyResets: 'Too many links were asked for here. Wait an hour, then try again.',
    passwordShort: ["Choose at least ",["count"]," characters. A few words in a row are easy to remember."],
    passwordLong: ["Choose at most ",["count"]," characters."],
    passwordCommon: 'This password is used so often that it would be guessed. Choose another one, such as a few words that do not belong together.',
    passwordPersonal: 'This is mostly your name, your e-mail address, your company or a date. Choose something that nobody knows of you.',
    passwordRepeats: 'This repeats itself or follows the keyboard. Choose a few words that do not belong together.',
    demoAccount: 'This is a demo account: everybody uses it, so it stays as it is.',
    noPassword: 'This account has no password; it signs in with your company’s provider.',
    noKey: 'This server has no key to keep secrets with. Ask the administrator to set PLANWRIGHT_SECRET_KEY.',
    secondFactorThere: 'Your account has a second factor already. Remove it first to set up another device.',
    secondFactorNotBegun: 'Begin with a new QR code, then enter the code that the app shows.',
    noSecondFactor: 'This account has no second factor.',
    proofNeeded: 'Enter your password once more to go on.',
    notInSandbox: 'A sandbox has no accounts. Go back to the live workspace first.',
    peopleToInvite: ["Choose 1 to ",["count"]," people."],
    noSystemMail: 'No integration for system mail is set. Choose one under “Integrations”, or copy the links instead.',
    personLeft: [["name"]," has left."],
    personHasNoEmail: [["name"]," has no e-mail address. Add one first."],
    personHasAccount: [["name"]," has an account already. If they have forgotten the password, send them a link to a new one."],
    personHasNoPassword: [["name"]," has no password to replace. Invite them instead."],
    addressTaken: ["Somebody else signs in with the e-mail address of ",["name"],". Correct one of the two first."],
  },
});
export const { say, sayIn, says } = messages;

// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  wrongCredentials: Record<never, never>;
  tooManyTries: Record<never, never>;
  ssoOnly: Record<never, never>;
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
  'providers.nameMissing': Record<never, never>;
  'providers.clientIdMissing': Record<never, never>;
  'providers.secretMissing': Record<never, never>;
  'providers.noSecretKey': Record<never, never>;
  'providers.taken': Record<never, never>;
  'providers.badDomain': { domain: Said };
  'providers.anybodysDomain': { domain: Said };
  'providers.manyDomains': Record<never, never>;
  'providers.badMapping': Record<never, never>;
  'providers.onlyAfterTrying': Record<never, never>;
  'providers.onlyStays': Record<never, never>;
  'providers.oneOnly': Record<never, never>;
  'providers.emergencyMissing': Record<never, never>;
  'providers.issuer.NOT_AN_ADDRESS': Record<never, never>;
  'providers.issuer.NOT_HTTPS': Record<never, never>;
  'providers.issuer.EVERY_TENANT': Record<never, never>;
  'providers.check.ANSWERS.right': Record<never, never>;
  'providers.check.ANSWERS.wrong': { code: Said };
  'providers.check.SIGNS.right': Record<never, never>;
  'providers.check.SIGNS.wrong': { code: Said };
  'providers.check.KEYS.right': Record<never, never>;
  'providers.check.KEYS.wrong': Record<never, never>;
  'providers.check.KNOWS_US.right': Record<never, never>;
  'providers.check.KNOWS_US.wrong': { code: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    wrongCredentials: '邮箱或密码不正确，核对后重试。',
    tooManyTries: '失败次数过多，15 分钟后再试。',
    ssoOnly: '公司只允许通过统一登录进入，请使用对应的登录按钮。',
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
    'providers.nameMissing': '填写登录服务的名称（最多 100 个字符），它会显示在登录按钮上。',
    'providers.clientIdMissing': '填写登录服务分配给 Planwright 的客户端 ID。',
    'providers.secretMissing': '填写登录服务分配给 Planwright 的客户端密钥。',
    'providers.noSecretKey': '服务器没有用于加密的密钥。设置 PLANWRIGHT_SECRET_KEY 后再保存。',
    'providers.taken': '这个登录服务的这个客户端已经设置过，请修改原有的那一项。',
    'providers.badDomain': ["“",["domain"],"”不是域名。填写邮箱 @ 后面的部分，例如 company.example。"],
    'providers.anybodysDomain': ["任何人都能注册 ",["domain"]," 的邮箱，只能填写公司自己的域名。"],
    'providers.manyDomains': '最多填写 50 个域名。',
    'providers.badMapping': '角色表中有一行不完整，每行都要填写值和角色。',
    'providers.onlyAfterTrying': '先通过这个登录服务登录一次，再在 10 分钟内开启此项。',
    'providers.onlyStays': '它是唯一登录方式时不能更改连接设置，先关闭“唯一登录方式”。',
    'providers.oneOnly': '另一个登录服务已经是唯一登录方式。',
    'providers.emergencyMissing': '选择一位有密码的管理员，登录服务出故障时仍可由其登录。',
    'providers.issuer.NOT_AN_ADDRESS': '这不是有效的地址。按登录服务显示的原样填写，例如 https://id.company.example。',
    'providers.issuer.NOT_HTTPS': '地址必须以 https:// 开头。',
    'providers.issuer.EVERY_TENANT': '这个地址允许所有公司的人登录。请使用包含本公司租户 ID 的地址。',
    'providers.check.ANSWERS.right': '登录服务在该地址可以访问。',
    'providers.check.ANSWERS.wrong': ["在该地址无法读取登录服务的信息（",["code"],"）。检查地址，并确认服务器能访问它。"],
    'providers.check.SIGNS.right': '使用 RS256 签名。',
    'providers.check.SIGNS.wrong': ["不支持 RS256 签名，只支持 ",["code"],"。请在登录服务中为该客户端选择 RS256。"],
    'providers.check.KEYS.right': '可以读取公钥。',
    'providers.check.KEYS.wrong': '无法读取公钥，请联系登录服务的维护人员。',
    'providers.check.KNOWS_US.right': '客户端 ID 和密钥正确。',
    'providers.check.KNOWS_US.wrong': ["登录服务不接受客户端 ID 和密钥（",["code"],"）。检查两者，并确认已在那里登记回调地址。"],
  },
  en: {
    wrongCredentials: 'E-mail or password is wrong. Check both and try again.',
    tooManyTries: 'Too many failed attempts. Wait 15 minutes, then try again.',
    ssoOnly: 'Your company lets people in through its own sign-in only. Use its button.',
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
    'providers.nameMissing': 'Give the sign-in provider a name of up to 100 characters. It stands on the button.',
    'providers.clientIdMissing': 'Enter the client ID that the provider gave Planwright.',
    'providers.secretMissing': 'Enter the client secret that the provider gave Planwright.',
    'providers.noSecretKey': 'This server has no key to encrypt secrets with. Set PLANWRIGHT_SECRET_KEY, then save again.',
    'providers.taken': 'This client of this provider is set up already. Change that entry instead.',
    'providers.badDomain': ["“",["domain"],"” is not a domain. Enter the part of your addresses after the @, such as company.example."],
    'providers.anybodysDomain': ["Anybody can get an address at ",["domain"],". Enter only domains that belong to your company."],
    'providers.manyDomains': 'Enter up to 50 domains.',
    'providers.badMapping': 'A row of the role table is incomplete. Each needs a value and a role.',
    'providers.onlyAfterTrying': 'Sign in through this provider first, then switch this on within 10 minutes.',
    'providers.onlyStays': 'The connection cannot change while this is the only way to sign in. Switch that off first.',
    'providers.oneOnly': 'Another provider is already the only way to sign in.',
    'providers.emergencyMissing': 'Choose an administrator who has a password. They can still get in when the provider is down.',
    'providers.issuer.NOT_AN_ADDRESS': 'This is not an address. Enter the issuer exactly as your provider shows it, such as https://id.company.example.',
    'providers.issuer.NOT_HTTPS': 'The address has to begin with https://.',
    'providers.issuer.EVERY_TENANT': 'This address lets people of every company in. Use the one with your own tenant ID in it.',
    'providers.check.ANSWERS.right': 'The provider answers under this address.',
    'providers.check.ANSWERS.wrong': ["The provider cannot be read under this address (",["code"],"). Check the address, and whether this server can reach it."],
    'providers.check.SIGNS.right': 'It signs with RS256.',
    'providers.check.SIGNS.wrong': ["It does not sign with RS256, only with ",["code"],". Choose RS256 for this client at the provider."],
    'providers.check.KEYS.right': 'Its keys can be read.',
    'providers.check.KEYS.wrong': 'Its public keys cannot be read. Ask whoever runs the provider.',
    'providers.check.KNOWS_US.right': 'It knows the client ID and the secret.',
    'providers.check.KNOWS_US.wrong': ["It does not accept the client ID and secret (",["code"],"). Check both, and that the redirect address is entered there."],
  },
});
export const { say, sayIn, says } = messages;

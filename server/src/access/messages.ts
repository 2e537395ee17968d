import type { LocalizedText } from '@planwright/schema/text';

/** Sentences of this room that a user reads. */
export const accessMessages = {
  wrongCredentials: {
    en: 'E-mail or password is wrong. Check both and try again.',
    'zh-CN': '邮箱或密码不正确，核对后重试。',
  },
  tooManyTries: {
    en: 'Too many failed attempts. Wait 15 minutes, then try again.',
    'zh-CN': '失败次数过多，15 分钟后再试。',
  },
  unknownLocale: {
    en: 'Choose Chinese (zh-CN) or English (en).',
    'zh-CN': '选择中文（zh-CN）或英文（en）。',
  },
} as const satisfies Record<string, LocalizedText>;

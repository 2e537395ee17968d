import { type ItemKind, KINDS } from '../kinds/index.js';
import type { Language } from '../text/index.js';

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** Values of the language by the property that carries them. */
const VALUES: Readonly<Record<string, Words>> = {
  requirement: { REQUIRED: ['必修', 'required'], ELECTIVE: ['选修', 'elective'], OPTIONAL: ['选做', 'optional'] },
  done: {
    MARKED: ['学员标记完成', 'marked by the learner'],
    EXTERNAL: ['外部系统通知完成', 'reported by another system'],
    MIN_SCORE: ['达到分数', 'reaching a score'],
  },
  deliverable: {
    DOCUMENT: ['在线文档', 'document'],
    FILE: ['文件', 'file'],
    LINK: ['链接', 'link'],
    TEXT: ['文字', 'text'],
    NONE: ['无需提交', 'nothing to hand in'],
  },
  clock: { HOURS: ['按自然小时', 'hours of the clock'], WORKING_HOURS: ['按工作小时', 'working hours'] },
  via: { IN_APP: ['系统内反馈', 'in Planwright'], APPROVAL: ['审批流程', 'an approval process'] },
  mode: { ANY: ['任一人同意', 'any one agrees'], ALL: ['所有人同意', 'all agree'] },
  respondents: { SUPERIOR: ['上级', 'superior'], TEAM: ['团队成员', 'team members'], LEARNER: ['学员', 'learner'] },
  channels: {
    chat: ['聊天', 'chat'],
    email: ['邮件', 'e-mail'],
    sms: ['短信', 'SMS'],
    todo: ['待办', 'to-do list'],
    inbox: ['站内消息', 'inbox'],
  },
  role: {
    LEARNER: ['学员', 'learner'],
    MENTOR: ['导师', 'mentor'],
    SUPERIOR: ['上级', 'superior'],
    PEER: ['同事', 'peer'],
    HR: ['HR', 'HR'],
  },
  weekday: {
    MON: ['周一', 'Mon'],
    TUE: ['周二', 'Tue'],
    WED: ['周三', 'Wed'],
    THU: ['周四', 'Thu'],
    FRI: ['周五', 'Fri'],
    SAT: ['周六', 'Sat'],
    SUN: ['周日', 'Sun'],
  },
};

const ALIASES: Readonly<Record<string, string>> = { by: 'role', to: 'role', with: 'role' };

/** `DOCUMENT` of `deliverable` as `在线文档` or `document`; undefined where the language has no such word. */
export function wordFor(property: string, value: string, language: Language): string | undefined {
  if (property === 'kind') return isKind(value) ? KINDS[value].name[language] : undefined;
  const words = VALUES[ALIASES[property] ?? property];
  const word = words && Object.hasOwn(words, value) ? words[value] : undefined;
  return word?.[language === 'zh-CN' ? 0 : 1];
}

const isKind = (value: string): value is ItemKind => Object.hasOwn(KINDS, value);

/** `COURSE` → `课程`, `course`. */
export function describeItemKind(kind: string, language: Language): string {
  return wordFor('kind', kind, language) ?? kind;
}

/** `ELECTIVE` → `选修`, `elective`. */
export function describeRequirement(requirement: string, language: Language): string {
  return wordFor('requirement', requirement, language) ?? requirement;
}

/** `PT24H` → `24 小时`, `24 hours`. */
export function describeDuration(duration: string, language: Language): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  const parts = [
    [days, '天', 'day'],
    [hours, '小时', 'hour'],
    [minutes, '分钟', 'minute'],
  ] as const;
  return parts
    .flatMap(([count, zh, en]) =>
      count === undefined ? [] : [language === 'zh-CN' ? `${count} ${zh}` : plural(Number(count), en)],
    )
    .join(' ');
}

/** `1 day`, `3 days`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${Math.abs(count) === 1 ? '' : 's'}`;
}

/** `甲、乙、丙` or `a, b, c`. */
export function list(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh-CN' ? '、' : ', ');
}

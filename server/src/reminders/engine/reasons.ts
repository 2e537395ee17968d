import type { LocalizedText } from '@planwright/schema/text';
import type { Reason, ReasonCode } from './occurrence.js';

const TEXTS: Record<ReasonCode, LocalizedText> = {
  'not-needed': { 'zh-CN': '到发送时已经不需要提醒', en: 'It was no longer needed when it was due' },
  'person-inactive': { 'zh-CN': '学员已离开计划或计划已暂停', en: 'The person has left the plan, or it is paused' },
  'told-before': {
    'zh-CN': '建沙盒之前已在正式工作区发出',
    en: 'It was sent in the live workspace before the sandbox was made',
  },
  'cancelled-by-person': { 'zh-CN': '已被人取消', en: 'Somebody cancelled it' },
  superseded: { 'zh-CN': '系统中断期间错过，只补发最近一条', en: 'Missed in an outage; only the latest was sent' },
  missed: { 'zh-CN': '系统中断期间错过，这条规则不补发', en: 'Missed in an outage; this rule does not catch up' },
  stale: { 'zh-CN': '到能发送时已经过时', en: 'It was out of date before it could be sent' },
  budget: {
    'zh-CN': '当天消息已达上限，之后已经过时',
    en: 'The day’s messages were used up, and later it was out of date',
  },
  unreachable: { 'zh-CN': '没有可用的渠道或地址', en: 'No channel or address reaches the person' },
  rejected: { 'zh-CN': '渠道拒收', en: 'The channel refused it' },
  'gave-up': { 'zh-CN': '多次重试仍未送出', en: 'It could not be sent in many attempts' },
  undecided: { 'zh-CN': '发送途中断线，无法确定是否送达', en: 'Cut while sending; nobody can tell whether it arrived' },
};

/** A reason with its sentence in both languages. */
export const reason = (code: ReasonCode): Reason => ({ code, text: TEXTS[code] });

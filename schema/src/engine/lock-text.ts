import type { LinkResult } from '../kinds/index.js';
import { type Language, type LocalizedText, textIn } from '../text/index.js';
import type { Instant } from '../time/index.js';
import { assertNever } from './assert-never.js';
import { dayWords } from './day-words.js';
import type { LockReason } from './evaluation.js';
import type { Lock } from './lock-reasons.js';
import { resultName } from './result.js';
import type { Settling } from './settling.js';

/** A reason with its sentence: what opens the item, never what is wrong with the person. */
export function lockReason(s: Settling, lock: Lock): LockReason {
  switch (lock.kind) {
    case 'item': {
      const waits = lock.truth.yes.find(({ from }) => from > s.at);
      if (waits) return { kind: 'date', opensAt: waits.from, text: opensOn(s, waits.from) };
      const title = (language: Language) => quoted(textIn(s.plan.items[lock.item]?.item.title, language), language);
      const itemKey = s.plan.items[lock.item]?.item.key ?? '';
      const on = `${lock.negated ? 'not:' : ''}${resultName(lock.on)}`;
      return { kind: 'item', itemKey, on, text: afterResult(title, lock.on, lock.negated) };
    }
    case 'date':
      return { kind: 'date', opensAt: lock.opensAt, text: opensOn(s, lock.opensAt) };
    case 'awaiting':
      return { kind: 'awaiting', awaiting: lock.awaiting, text: afterAnchor(s, lock.awaiting) };
    case 'stage':
      return stageReason(s, lock.stage, lock.opensAt);
    case 'order':
      return orderReason(s, lock.item, lock.group);
    case 'expression': {
      const { expression, negated } = lock;
      const text = negated
        ? {
            'zh-CN': `人员信息不符合此条件时开放：${expression}`,
            en: `Opens once this is not so for the person: ${expression}`,
          }
        : {
            'zh-CN': `人员信息符合条件后开放：${expression}`,
            en: `Opens once this holds for the person: ${expression}`,
          };
      return { kind: 'condition', expression, ...(negated ? { negated } : {}), text };
    }
    case 'paused':
      return {
        kind: 'paused',
        text: { 'zh-CN': '计划已暂停，恢复后开放', en: 'The plan is paused. Opens when it resumes' },
      };
    default:
      return assertNever(lock);
  }
}

function stageReason(s: Settling, position: number, opensAt: Instant | undefined): LockReason {
  const known = s.stageReasons[position];
  if (known) return known;
  const stage = s.plan.stages[position]?.stage;
  const stageKey = stage?.key ?? '';
  const name = (language: Language) => quoted(textIn(stage?.title, language), language);
  const reason: LockReason =
    opensAt === undefined
      ? {
          kind: 'stage',
          stageKey,
          text: { 'zh-CN': `阶段${name('zh-CN')}开始后开放`, en: `Opens when the stage ${name('en')} begins` },
        }
      : {
          kind: 'stage',
          stageKey,
          opensAt,
          text: {
            'zh-CN': `随阶段${name('zh-CN')}于${dayIn(s, opensAt, 'zh-CN')}开放`,
            en: `Opens with the stage ${name('en')} on ${dayIn(s, opensAt, 'en')}`,
          },
        };
  s.stageReasons[position] = reason;
  return reason;
}

function orderReason(s: Settling, item: number | undefined, group: number | undefined): LockReason {
  const first = item ?? (group === undefined ? undefined : s.plan.groups[group]?.items[0]);
  const before = first === undefined ? undefined : s.plan.items[first]?.item;
  const electives = group === undefined ? undefined : s.plan.groups[group];
  if (!electives) {
    const zh = quoted(textIn(before?.title, 'zh-CN'), 'zh-CN');
    const en = quoted(textIn(before?.title, 'en'), 'en');
    return {
      kind: 'order',
      itemKey: before?.key ?? '',
      text: { 'zh-CN': `本阶段按顺序进行，完成${zh}后开放`, en: `This stage goes in order. Opens after ${en}` },
    };
  }
  const titles = (language: Language) =>
    electives.items.map((i) => quoted(textIn(s.plan.items[i]?.item.title, language), language));
  const { choose } = electives.group;
  return {
    kind: 'order',
    itemKey: before?.key ?? '',
    group: electives.group.key,
    text: {
      'zh-CN': `从${titles('zh-CN').join('、')}中完成 ${choose} 项后开放`,
      en: `Opens after ${choose} of ${titles('en').join(', ')}`,
    },
  };
}

const quoted = (title: string, language: Language): string =>
  language === 'zh-CN' ? (/^《.*》$/.test(title) ? title : `《${title}》`) : `“${title}”`;

function afterResult(title: (language: Language) => string, on: LinkResult, negated: boolean): LocalizedText {
  const [zh, en] = [title('zh-CN'), title('en')];
  if (negated) {
    const not = resultWords(on);
    return { 'zh-CN': `${zh}确定没有${not.zh}后开放`, en: `Opens once it is certain that ${en} was not ${not.en}` };
  }
  if (typeof on !== 'string') {
    const [low, high] = on.scoreIn;
    const top = high === 100;
    return {
      'zh-CN': `${zh}得分达到 ${low} 分${top ? '' : `且低于 ${high} 分`}后开放`,
      en: `Opens with a score of ${top ? `${low} or more` : `${low} to under ${high}`} in ${en}`,
    };
  }
  switch (on) {
    case 'COMPLETED':
      return { 'zh-CN': `完成${zh}后开放`, en: `Opens after you complete ${en}` };
    case 'PASSED':
      return { 'zh-CN': `通过${zh}后开放`, en: `Opens after you pass ${en}` };
    case 'FAILED':
      return { 'zh-CN': `${zh}未通过时开放`, en: `Opens if ${en} is failed` };
    case 'SUBMITTED':
      return { 'zh-CN': `提交${zh}后开放`, en: `Opens after you submit ${en}` };
    case 'APPROVED':
      return { 'zh-CN': `${zh}获得批准后开放`, en: `Opens after ${en} is approved` };
    case 'REJECTED':
      return { 'zh-CN': `${zh}被否决时开放`, en: `Opens if ${en} is rejected` };
    default:
      return assertNever(on);
  }
}

function resultWords(on: LinkResult): { zh: string; en: string } {
  if (typeof on !== 'string')
    return { zh: `得 ${on.scoreIn[0]}–${on.scoreIn[1]} 分`, en: `scored ${on.scoreIn[0]} to ${on.scoreIn[1]}` };
  const words = {
    COMPLETED: { zh: '完成', en: 'completed' },
    PASSED: { zh: '通过', en: 'passed' },
    FAILED: { zh: '失败', en: 'failed' },
    SUBMITTED: { zh: '提交', en: 'submitted' },
    APPROVED: { zh: '获得批准', en: 'approved' },
    REJECTED: { zh: '被否决', en: 'rejected' },
  };
  return words[on];
}

/** What an anchor's name (`completed:goal-plan`) means for the person. */
function afterAnchor(s: Settling, awaiting: string): LocalizedText {
  if (awaiting === 'event:PROMOTED') return { 'zh-CN': '晋升生效后开放', en: 'Opens after the promotion takes effect' };
  if (awaiting === 'event:FIRST_SIGN_IN') return { 'zh-CN': '首次登录后开放', en: 'Opens after the first sign-in' };
  const [what = '', key = ''] = awaiting.split(':');
  const titled =
    s.plan.items[s.plan.itemAt.get(key) ?? -1]?.item ?? s.plan.stages[s.plan.stageAt.get(key) ?? -1]?.stage;
  const zh = quoted(textIn(titled?.title, 'zh-CN') || key, 'zh-CN');
  const en = quoted(textIn(titled?.title, 'en') || key, 'en');
  if (what === 'completed') return { 'zh-CN': `完成${zh}后开放`, en: `Opens after you complete ${en}` };
  if (what === 'opened') return { 'zh-CN': `${zh}开放后开放`, en: `Opens after ${en} opens` };
  if (what === 'due') return { 'zh-CN': `${zh}的截止日期确定后开放`, en: `Opens once ${en} has a due date` };
  return { 'zh-CN': '本阶段开始后开放', en: 'Opens when the stage begins' };
}

function opensOn(s: Settling, at: Instant): LocalizedText {
  return { 'zh-CN': `${dayIn(s, at, 'zh-CN')}开放`, en: `Opens on ${dayIn(s, at, 'en')}` };
}

/** Most people of a cohort wait for the same days, and each is looked at again and again. */
const days = new Map<string, string>();
const DAYS_KEPT = 4096;

function dayIn(s: Settling, at: Instant | undefined, language: Language): string {
  if (at === undefined) return '';
  const { zone, startsOn } = s.state;
  const year = startsOn.slice(0, 4);
  const key = `${at} ${zone} ${year} ${language}`;
  let words = days.get(key);
  if (words === undefined) {
    words = dayWords(at, { zone, year }, language);
    if (days.size >= DAYS_KEPT) days.clear();
    days.set(key, words);
  }
  return words;
}

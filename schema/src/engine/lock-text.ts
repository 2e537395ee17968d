import { type LinkResult } from '../kinds/index.js';
import { type Language, type LocalizedText, textIn } from '../text/index.js';
import { type Instant } from '../time/index.js';
import { inEach, listOf, type Text } from '../words/index.js';
import { assertNever } from './assert-never.js';
import { dayWords } from './day-words.js';
import type { LockReason } from './evaluation.js';
import { say, sayIn } from './generated/messages.js';
import type { Lock } from './lock-reasons.js';
import { resultName } from './result.js';
import type { Settling } from './settling.js';

/** A reason with its sentence: what opens the item, never what is wrong with the person. */
export function lockReason(s: Settling, lock: Lock): LockReason {
  switch (lock.kind) {
    case 'item': {
      const waits = lock.truth.yes.find(({ from }) => from > s.at);
      if (waits) return { kind: 'date', opensAt: waits.from, text: opensOn(s, waits.from) };
      const itemKey = s.plan.items[lock.item]?.item.key ?? '';
      const on = `${lock.negated ? 'not:' : ''}${resultName(lock.on)}`;
      return {
        kind: 'item',
        itemKey,
        on,
        text: afterResult(titled(s.plan.items[lock.item]?.item.title), lock.on, lock.negated),
      };
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
      const text = say(negated ? 'lock.expressionNot' : 'lock.expression', { expression });
      return { kind: 'condition', expression, ...(negated ? { negated } : {}), text };
    }
    case 'paused':
      return { kind: 'paused', text: say('lock.paused') };
    default:
      return assertNever(lock);
  }
}

function stageReason(s: Settling, position: number, opensAt: Instant | undefined): LockReason {
  const known = s.stageReasons[position];
  if (known) return known;
  const stage = s.plan.stages[position]?.stage;
  const stageKey = stage?.key ?? '';
  const name = titled(stage?.title);
  const reason: LockReason =
    opensAt === undefined
      ? { kind: 'stage', stageKey, text: say('lock.stage', { stage: name }) }
      : {
          kind: 'stage',
          stageKey,
          opensAt,
          text: inEach((language) =>
            sayIn(language, 'lock.stageOn', { stage: name, day: dayIn(s, opensAt, language) }),
          ),
        };
  s.stageReasons[position] = reason;
  return reason;
}

function orderReason(s: Settling, item: number | undefined, group: number | undefined): LockReason {
  const first = item ?? (group === undefined ? undefined : s.plan.groups[group]?.items[0]);
  const before = first === undefined ? undefined : s.plan.items[first]?.item;
  const electives = group === undefined ? undefined : s.plan.groups[group];
  if (!electives) {
    return { kind: 'order', itemKey: before?.key ?? '', text: say('lock.order', { item: titled(before?.title) }) };
  }
  const { choose } = electives.group;
  const items = listOf(electives.items.map((i) => titled(s.plan.items[i]?.item.title)));
  return {
    kind: 'order',
    itemKey: before?.key ?? '',
    group: electives.group.key,
    text: say('lock.electives', { items, choose }),
  };
}

const IN_MARKS = /^《.*》$/;

/** A title that stands in Chinese title marks already keeps those it has. */
const titled = (title: LocalizedText | undefined, key = ''): Text =>
  inEach((language) => {
    const own = textIn(title, language) || key;
    return language === 'zh-CN' && IN_MARKS.test(own) ? own : sayIn(language, 'lock.itemTitle', { title: own });
  });

function afterResult(item: Text, on: LinkResult, negated: boolean): LocalizedText {
  if (negated) return say('lock.not', { item, result: resultWords(on) });
  if (typeof on === 'string') return say(`lock.after.${on}`, { item });
  const [low, high] = on.scoreIn;
  return high === 100 ? say('lock.scoreFrom', { item, low }) : say('lock.scoreBetween', { item, low, high });
}

function resultWords(on: LinkResult): Text {
  if (typeof on === 'string') return say(`lock.result.${on}`);
  const [low, high] = on.scoreIn;
  return say('lock.scored', { low, high });
}

/** What an anchor's name (`completed:goal-plan`) means for the person. */
function afterAnchor(s: Settling, awaiting: string): LocalizedText {
  if (awaiting === 'event:PROMOTED') return say('lock.PROMOTED');
  if (awaiting === 'event:FIRST_SIGN_IN') return say('lock.FIRST_SIGN_IN');
  const [what = '', key = ''] = awaiting.split(':');
  const named = s.plan.items[s.plan.itemAt.get(key) ?? -1]?.item ?? s.plan.stages[s.plan.stageAt.get(key) ?? -1]?.stage;
  const item = titled(named?.title, key);
  if (what === 'completed') return say('lock.after.COMPLETED', { item });
  if (what === 'opened') return say('lock.opened', { item });
  if (what === 'due') return say('lock.due', { item });
  return say('lock.stageBegins');
}

function opensOn(s: Settling, at: Instant): LocalizedText {
  return inEach((language) => sayIn(language, 'lock.on', { day: dayIn(s, at, language) }));
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

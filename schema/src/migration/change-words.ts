import { dayWords } from '../engine/index.js';
import { type Language, type LocalizedText, textIn } from '../text/index.js';
import type { Instant, Zone } from '../time/index.js';
import type { ChangeKind, PersonChange } from './person-change.js';

/** How a language says a change: of several people, and of one. `title` is quoted already. */
interface Words {
  total: (title: string, count: number, people: string) => string;
  one: (title: string, before: string, after: string) => string;
}

const EN: Record<ChangeKind, Words> = {
  ADDED: {
    total: (title, _, people) => `${title} is new and opens at once for ${people}`,
    one: (title, _, after) => `${title} is new and opens at once${after && `, due ${after}`}`,
  },
  PLANNED: {
    total: (title, _, people) => `${title} is new for ${people} and opens later`,
    one: (title, _, after) => `${title} is new and opens later${after && `, due ${after}`}`,
  },
  WAIVED: {
    total: (title, _, people) =>
      `${title} is waived for ${people}: its time has passed. They do not have to do it, and it counts as done`,
    one: (title) => `${title} is waived: its time has passed. It counts as done`,
  },
  CREDITED: {
    total: (title, _, people) => `${title} counts as done for ${people}`,
    one: (title) => `${title} counts as done`,
  },
  REOPENED: {
    total: (title, _, people) => `${title} is reopened for ${people}, who had finished it`,
    one: (title) => `${title} is reopened and has to be done again`,
  },
  FAILED: {
    total: (title, _, people) => `${title} counts as not passed for ${people}`,
    one: (title) => `${title} counts as not passed`,
  },
  RESTARTED: {
    total: (title, _, people) => `${title} starts over for ${people}, who had begun it`,
    one: (title) => `${title} starts over`,
  },
  SUBMITTED: {
    total: (title, _, people) => `${title} goes to review for ${people}`,
    one: (title) => `${title} goes to review`,
  },
  OPENS: {
    total: (title, _, people) => `${title} opens at once for ${people}`,
    one: (title) => `${title} opens at once`,
  },
  LOCKED: {
    total: (title, _, people) => `${title} is locked again for ${people}`,
    one: (title) => `${title} is locked again`,
  },
  APPLIES: {
    total: (title, _, people) => `${title} did not apply to ${people} and now does`,
    one: (title) => `${title} did not apply and now does`,
  },
  LAPSED: {
    total: (title, _, people) => `${title} no longer applies to ${people}`,
    one: (title) => `${title} no longer applies`,
  },
  REMOVED: {
    total: (title, _, people) => `${title} leaves the plan of ${people}; what they did stays in their history`,
    one: (title) => `${title} leaves the plan; what was done stays in the history`,
  },
  DUE_LATER: {
    total: (title, _, people) => `${title} is due later for ${people}`,
    one: (title, before, after) => `${title} is due ${after} instead of ${before}`,
  },
  DUE_EARLIER: {
    total: (title, _, people) => `${title} is due earlier for ${people}`,
    one: (title, before, after) => `${title} is due ${after} instead of ${before}`,
  },
  DUE_SET: {
    total: (title, _, people) => `${title} gets a due date for ${people}`,
    one: (title, _, after) => `${title} is now due ${after}`,
  },
  DUE_GONE: {
    total: (title, _, people) => `${title} no longer has a due date for ${people}`,
    one: (title, before) => `${title} is no longer due ${before}`,
  },
  OPENING: {
    total: (title, _, people) => `${title} opens on another date for ${people}`,
    one: (title, before, after) =>
      `${title} opens ${after || 'when something else has happened'}${before && ` instead of ${before}`}`,
  },
  STEPS: {
    total: (title, _, people) => `${title} has other steps or step dates for ${people}`,
    one: (title) => `${title} has other steps or step dates`,
  },
  OVERDUE: {
    total: (title, _, people) => `${title} is overdue at once for ${people}`,
    one: (title) => `${title} is overdue at once`,
  },
  CAUGHT_UP: {
    total: (title, _, people) => `${title} is no longer overdue for ${people}`,
    one: (title) => `${title} is no longer overdue`,
  },
  FINISHED: {
    total: (_, __, people) => `The plan is finished at once for ${people}`,
    one: () => 'The plan is finished at once',
  },
};

const ZH: Record<ChangeKind, Words> = {
  ADDED: {
    total: (title, count) => `${title}是新项目，对 ${count} 人立即开放`,
    one: (title, _, after) => `${title}是新项目，立即开放${after && `，${after}截止`}`,
  },
  PLANNED: {
    total: (title, count) => `${title}是 ${count} 人的新项目，之后开放`,
    one: (title, _, after) => `${title}是新项目，之后开放${after && `，${after}截止`}`,
  },
  WAIVED: {
    total: (title, count) => `${title}的时间已过，${count} 人免除，并计为完成`,
    one: (title) => `${title}的时间已过，免除，并计为完成`,
  },
  CREDITED: {
    total: (title, count) => `${title}对 ${count} 人计为完成`,
    one: (title) => `${title}计为完成`,
  },
  REOPENED: {
    total: (title, count) => `${count} 人已完成的${title}重新打开`,
    one: (title) => `${title}重新打开，需要再做一次`,
  },
  FAILED: {
    total: (title, count) => `${title}对 ${count} 人计为未通过`,
    one: (title) => `${title}计为未通过`,
  },
  RESTARTED: {
    total: (title, count) => `${count} 人已开始的${title}从头再来`,
    one: (title) => `${title}从头再来`,
  },
  SUBMITTED: {
    total: (title, count) => `${count} 人的${title}进入待反馈`,
    one: (title) => `${title}进入待反馈`,
  },
  OPENS: {
    total: (title, count) => `${title}对 ${count} 人立即开放`,
    one: (title) => `${title}立即开放`,
  },
  LOCKED: {
    total: (title, count) => `${title}对 ${count} 人重新锁定`,
    one: (title) => `${title}重新锁定`,
  },
  APPLIES: {
    total: (title, count) => `${title}原来不适用于 ${count} 人，现在适用`,
    one: (title) => `${title}原来不适用，现在适用`,
  },
  LAPSED: {
    total: (title, count) => `${title}不再适用于 ${count} 人`,
    one: (title) => `${title}不再适用`,
  },
  REMOVED: {
    total: (title, count) => `${count} 人的计划里不再有${title}，做过的保留在历史中`,
    one: (title) => `计划里不再有${title}，做过的保留在历史中`,
  },
  DUE_LATER: {
    total: (title, count) => `${count} 人的${title}截止时间推后`,
    one: (title, before, after) => `${title}的截止时间由${before}改为${after}`,
  },
  DUE_EARLIER: {
    total: (title, count) => `${count} 人的${title}截止时间提前`,
    one: (title, before, after) => `${title}的截止时间由${before}改为${after}`,
  },
  DUE_SET: {
    total: (title, count) => `${count} 人的${title}有了截止时间`,
    one: (title, _, after) => `${title}的截止时间为${after}`,
  },
  DUE_GONE: {
    total: (title, count) => `${count} 人的${title}不再有截止时间`,
    one: (title, before) => `${title}不再有截止时间（原为${before}）`,
  },
  OPENING: {
    total: (title, count) => `${count} 人的${title}开放时间有变`,
    one: (title, before, after) =>
      `${title}${after ? `改为${after}开放` : '要等其他事项发生后开放'}${before && `（原为${before}）`}`,
  },
  STEPS: {
    total: (title, count) => `${count} 人的${title}步骤或步骤日期有变`,
    one: (title) => `${title}的步骤或步骤日期有变`,
  },
  OVERDUE: {
    total: (title, count) => `${title}对 ${count} 人立即逾期`,
    one: (title) => `${title}立即逾期`,
  },
  CAUGHT_UP: {
    total: (title, count) => `${title}对 ${count} 人不再逾期`,
    one: (title) => `${title}不再逾期`,
  },
  FINISHED: {
    total: (_, count) => `${count} 人立即完成整个培养计划`,
    one: () => '立即完成整个培养计划',
  },
};

const WORDS: Record<Language, Record<ChangeKind, Words>> = { 'zh-CN': ZH, en: EN };

const quoted = (title: string, language: Language): string =>
  language === 'zh-CN' ? (/^《.*》$/.test(title) ? title : `《${title}》`) : `“${title}”`;

/** Titles by key, of both versions: what the new one lacks is named by the old one. */
export type Titles = ReadonlyMap<string, LocalizedText>;

const titled = (itemKey: string | undefined, titles: Titles, language: Language): string =>
  itemKey === undefined ? '' : quoted(textIn(titles.get(itemKey), language) || itemKey, language);

/** What happens to one person, with the dates in their zone. */
export function changeInWords(
  { kind, itemKey, before, after }: PersonChange,
  { titles, zone, year }: { titles: Titles; zone: Zone; year: string },
  language: Language,
): string {
  const day = (at: Instant | undefined): string =>
    at === undefined ? '' : dayWords(at, { zone, year }, language).trim();
  return WORDS[language][kind].one(titled(itemKey, titles, language), day(before), day(after));
}

/** What happens to how many people, without dates: those differ from one to the next. */
export function totalInWords({ kind, itemKey, count }: ChangeTotal, titles: Titles, language: Language): string {
  const people = count === 1 ? '1 person' : `${count} people`;
  return WORDS[language][kind].total(titled(itemKey, titles, language), count, people);
}

/** The same change of several people. */
export interface ChangeTotal {
  kind: ChangeKind;
  itemKey?: string;
  count: number;
}

/** What concerns people most comes first: what they have to do, then what is taken from them, then dates. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  'ADDED',
  'PLANNED',
  'WAIVED',
  'REOPENED',
  'RESTARTED',
  'FAILED',
  'OVERDUE',
  'CREDITED',
  'OPENS',
  'APPLIES',
  'SUBMITTED',
  'LOCKED',
  'LAPSED',
  'REMOVED',
  'DUE_EARLIER',
  'DUE_LATER',
  'DUE_SET',
  'DUE_GONE',
  'OPENING',
  'STEPS',
  'CAUGHT_UP',
  'FINISHED',
];

/** Counts the same change over everybody who moves. Each person is counted once a line. */
export const totalChanges = (people: readonly { changes: readonly PersonChange[] }[]): ChangeTotal[] =>
  addTotals(people.map(({ changes }) => changes.map(({ kind, itemKey }) => ({ kind, itemKey, count: 1 }))));

/** Totals of parts of everybody as one, weightiest first. */
export function addTotals(parts: readonly (readonly ChangeTotal[])[]): ChangeTotal[] {
  const totals = new Map<string, ChangeTotal>();
  for (const part of parts) {
    for (const { kind, itemKey, count } of part) {
      const name = `${kind} ${itemKey ?? ''}`;
      const total = totals.get(name);
      if (total) total.count += count;
      else totals.set(name, { kind, itemKey, count });
    }
  }
  return [...totals.values()].sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}

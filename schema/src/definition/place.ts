import { propertyName } from './property-names.js';

/** A name in Planwright's two languages, ready to stand in a sentence. */
export interface Place {
  zh: string;
  /** Lower case at the start unless it is a name: use `sentenceStart` there. */
  en: string;
}

type Kind = 'stage' | 'item' | 'step' | 'group' | 'link' | 'reminder' | 'outcome' | 'question';

const LISTS: Readonly<Record<string, { kind: Kind; zh: string; en: string }>> = {
  stages: { kind: 'stage', zh: '阶段', en: 'stage' },
  items: { kind: 'item', zh: '条目', en: 'item' },
  steps: { kind: 'step', zh: '步骤', en: 'step' },
  electives: { kind: 'group', zh: '选修组', en: 'elective group' },
  links: { kind: 'link', zh: '关联', en: 'link' },
  reminders: { kind: 'reminder', zh: '提醒', en: 'reminder' },
  outcomes: { kind: 'outcome', zh: '成效指标', en: 'outcome' },
  questions: { kind: 'question', zh: '题目', en: 'question' },
};

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;
const QUOTED_LENGTH = 80;

/** A path as `Problem.path` wants it: the key where a list entry has a good one, else its index. */
export function keyPath(root: unknown, path: readonly PropertyKey[]): string[] {
  const keys: string[] = [];
  let at = root;
  for (const segment of path) {
    const next = child(at, segment);
    const key = Array.isArray(at) ? child(next, 'key') : undefined;
    keys.push(typeof key === 'string' && KEY.test(key) ? key : String(segment));
    at = next;
  }
  return keys;
}

/** The value at a path of unchecked data; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((at: unknown, segment) => child(at, segment), root);
}

/** What a person calls the spot: `《经理的一天》的截止时间`, `the due date of “A manager's day”`. */
export function placeAt(root: unknown, path: readonly PropertyKey[]): Place {
  let name: Place = { zh: '计划', en: 'the plan' };
  let tail: string | undefined;
  let at = root;
  for (const [depth, segment] of path.entries()) {
    const next = child(at, segment);
    const list = Array.isArray(at) ? LISTS[String(path[depth - 1])] : undefined;
    if (list) {
      name = entryName(root, next, Number(segment), list, name);
      tail = undefined;
    } else if (isUnderRecord(path, depth)) {
      name = itemName(root, String(segment));
      tail = String(path[depth - 1]);
    } else if (!Array.isArray(at)) {
      tail = String(segment);
    }
    at = next;
  }
  if (tail === undefined) return name;
  const property = propertyName(tail);
  return { zh: `${name.zh}的${property.zh}`, en: `the ${property.en} of ${name.en}` };
}

/** `the plan …` → `The plan …`; names in quotes stay. */
export function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `《经理的一天》` / `“A manager's day”` for an item, `「角色认知」` for a stage or group; its key where it has no title. */
export function itemName(root: unknown, key: string): Place {
  let names = typeof root === 'object' && root !== null ? namesByRoot.get(root) : undefined;
  if (!names) {
    names = namesOf(root);
    if (typeof root === 'object' && root !== null) namesByRoot.set(root, names);
  }
  return names.get(key) ?? quotedKey(key);
}

/** Documents are values: their names are gathered once, since a big plan may need each of them. */
const namesByRoot = new WeakMap<object, ReadonlyMap<string, Place>>();

function namesOf(root: unknown): ReadonlyMap<string, Place> {
  const names = new Map<string, Place>();
  const add = (entry: unknown, open: string, close: string) => {
    const key = child(entry, 'key');
    if (typeof key === 'string' && !names.has(key)) names.set(key, titled(entry, open, close) ?? quotedKey(key));
  };
  for (const stage of entries(child(root, 'stages'))) {
    add(stage, '「', '」');
    for (const item of entries(child(stage, 'items'))) add(item, '《', '》');
  }
  for (const group of entries(child(root, 'electives'))) add(group, '「', '」');
  return names;
}

/** Shortens what a stranger wrote before it goes into a sentence. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
}

function entryName(
  root: unknown,
  entry: unknown,
  index: number,
  list: { kind: Kind; zh: string; en: string },
  owner: Place,
): Place {
  const [open, close] = list.kind === 'item' ? ['《', '》'] : ['「', '」'];
  const numbered = { zh: `第 ${index + 1} 个${list.zh}`, en: `${list.en} ${index + 1}` };
  if (list.kind === 'link') {
    const from = child(entry, 'from');
    const to = child(entry, 'to');
    if (typeof from !== 'string' || typeof to !== 'string') return numbered;
    const [source, target] = [itemName(root, from), itemName(root, to)];
    return { zh: `从${source.zh}到${target.zh}的关联`, en: `the link from ${source.en} to ${target.en}` };
  }
  const key = child(entry, 'key') ?? child(entry, 'metric');
  const own =
    titled(entry, open ?? '', close ?? '') ?? (typeof key === 'string' && key !== '' ? quotedKey(key) : undefined);
  if (list.kind === 'step' || list.kind === 'question') {
    return own
      ? { zh: `${owner.zh}的${list.zh}${own.zh}`, en: `${list.en} ${own.en} of ${owner.en}` }
      : { zh: `${owner.zh}的${numbered.zh}`, en: `${numbered.en} of ${owner.en}` };
  }
  if (!own) return numbered;
  return list.kind === 'item' ? own : { zh: `${list.zh}${own.zh}`, en: `${list.en} ${own.en}` };
}

/** `joins` and `conditions` are records by item key. */
function isUnderRecord(path: readonly PropertyKey[], depth: number): boolean {
  return depth === 1 && (path[0] === 'joins' || path[0] === 'conditions');
}

function titled(entry: unknown, open: string, close: string): Place | undefined {
  const title = child(entry, 'title') ?? child(entry, 'text');
  if (typeof title !== 'object' || title === null) return undefined;
  const texts = Object.entries(title).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '',
  );
  const any = texts[0]?.[1];
  if (any === undefined) return undefined;
  const find = (language: string) => quoted((texts.find(([tag]) => tag === language)?.[1] ?? any).trim());
  return { zh: `${open}${find('zh-CN')}${close}`, en: `“${find('en')}”` };
}

function quotedKey(key: string): Place {
  return { zh: `「${quoted(key)}」`, en: `“${quoted(key)}”` };
}

function entries(list: unknown): unknown[] {
  return Array.isArray(list) ? list : [];
}

function child(at: unknown, segment: PropertyKey): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return undefined;
  return Reflect.get(at, segment);
}

import { inEach, type Text } from '../words/index.js';
import { say } from './generated/messages.js';
import { propertyName } from './property-names.js';

/** A name in each language, ready to stand in a sentence: lower case at the start unless it is a name, so use `sentenceStart` there. */
export type Place = Text;

type Kind = 'stage' | 'item' | 'step' | 'group' | 'link' | 'reminder' | 'outcome' | 'question';

const LISTS = {
  stages: 'stage',
  items: 'item',
  steps: 'step',
  electives: 'group',
  links: 'link',
  reminders: 'reminder',
  outcomes: 'outcome',
  questions: 'question',
} as const satisfies Record<string, Kind>;

type ListName = keyof typeof LISTS;

const isList = (name: string): name is ListName => Object.hasOwn(LISTS, name);

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
  let name: Place = say('place.plan');
  let tail: string | undefined;
  let at = root;
  for (const [depth, segment] of path.entries()) {
    const next = child(at, segment);
    const list = String(path[depth - 1]);
    if (Array.isArray(at) && isList(list)) {
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
  return say('place.propertyOf', { property: propertyName(tail), place: name });
}

/** `the plan …` → `The plan …`; names in quotes stay. */
export const sentenceStart = (text: Text): Text => inEach((language) => capitalised(text[language]));

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
  const add = (entry: unknown, isItem = false) => {
    const key = child(entry, 'key');
    if (typeof key === 'string' && !names.has(key)) names.set(key, titled(entry, isItem) ?? quotedKey(key));
  };
  for (const stage of entries(child(root, 'stages'))) {
    add(stage);
    for (const item of entries(child(stage, 'items'))) add(item, true);
  }
  for (const group of entries(child(root, 'electives'))) add(group);
  return names;
}

/** Shortens what a stranger wrote before it goes into a sentence. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
}

function entryName(root: unknown, entry: unknown, index: number, list: ListName, owner: Place): Place {
  const kind: Kind = LISTS[list];
  const called = say(`place.list.${list}`);
  const numbered = say('place.numbered', { number: index + 1, list: called });
  if (kind === 'link') {
    const from = child(entry, 'from');
    const to = child(entry, 'to');
    if (typeof from !== 'string' || typeof to !== 'string') return numbered;
    const [source, target] = [itemName(root, from), itemName(root, to)];
    return say('place.link', { source, target });
  }
  const key = child(entry, 'key') ?? child(entry, 'metric');
  const own = titled(entry, kind === 'item') ?? (typeof key === 'string' && key !== '' ? quotedKey(key) : undefined);
  if (kind === 'step' || kind === 'question') {
    return own
      ? say('place.namedIn', { list: called, name: own, owner })
      : say('place.numberedIn', { entry: numbered, owner });
  }
  if (!own) return numbered;
  return kind === 'item' ? own : say('place.named', { list: called, name: own });
}

/** `joins` and `conditions` are records by item key. */
function isUnderRecord(path: readonly PropertyKey[], depth: number): boolean {
  return depth === 1 && (path[0] === 'joins' || path[0] === 'conditions');
}

function titled(entry: unknown, isItem: boolean): Place | undefined {
  const title = child(entry, 'title') ?? child(entry, 'text');
  if (typeof title !== 'object' || title === null) return undefined;
  const texts = Object.entries(title).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '',
  );
  const any = texts[0]?.[1];
  if (any === undefined) return undefined;
  const find = (language: string) => quoted((texts.find(([tag]) => tag === language)?.[1] ?? any).trim());
  const name = inEach(find);
  return isItem ? say('place.itemTitle', { title: name }) : say('quotedName', { name });
}

function quotedKey(key: string): Place {
  return say('quotedName', { name: quoted(key) });
}

function entries(list: unknown): unknown[] {
  return Array.isArray(list) ? list : [];
}

function child(at: unknown, segment: PropertyKey): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return undefined;
  return Reflect.get(at, segment);
}

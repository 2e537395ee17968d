import { type DateRule, dateRule, WEEKDAYS } from '../calendar/index.js';
import { canonicalJson, describeAmount, propertyName } from '../definition/index.js';
import { sayIn, says } from './generated/messages.js';
import { type DiffContext, spaced, type ToldChange, tell } from './plan-change.js';
import { isNamed, propertyNameIn, valueInWords, WHOLE } from './value-in-words.js';

/** What a sentence is about, in the language of the sentences: `《经理的一天》`, `“A manager's day”`. */
export type Subject = string;

interface Difference {
  /** Properties from the subject down. */
  path: string[];
  before: unknown;
  after: unknown;
}

/** Every property of a thing that differs, one change for each; `handled` are told by other sentences. */
export function fieldChanges(
  context: DiffContext,
  subject: Subject,
  path: readonly string[],
  before: object,
  after: object,
  handled: ReadonlySet<string>,
): ToldChange[] {
  return differences(before, after, [], handled).map((difference) => fieldChange(context, subject, path, difference));
}

export const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

function differences(before: object, after: object, path: string[], handled: ReadonlySet<string>): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !handled.has(name));
  return names.flatMap((name): Difference[] => {
    const [old, now] = [propertyOf(before, name), propertyOf(after, name)];
    if (old === undefined ? now === undefined : now !== undefined && same(old, now)) return [];
    const below = [...path, name];
    const isRecord = (value: unknown): value is object =>
      typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord(old) && isRecord(now) && !WHOLE.has(name)
      ? differences(old, now, below, new Set())
      : [{ path: below, before: old, after: now }];
  });
}

function propertyOf(record: object, name: string): unknown {
  return Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined;
}

function fieldChange(
  context: DiffContext,
  subject: Subject,
  at: readonly string[],
  { path, before, after }: Difference,
): ToldChange {
  const property = path.at(-1) ?? '';
  const name = propertyInWords(context, path);
  const old = valueInWords(property, before, context.language, context.nameBefore);
  const now = valueInWords(property, after, context.language, context.nameAfter);
  const sentence =
    before === undefined
      ? tell(context, 'diffFields.adds', { subject, name, now })
      : after === undefined
        ? tell(context, 'diffFields.dropsFormerly', { subject, name, old: spaced(context, old).trimEnd() })
        : old === now
          ? tell(context, 'diffFields.writtenDifferentlyStill', { subject, name, now: spaced(context, now).trimEnd() })
          : (shiftSentence(context, subject, name, before, after, old, now) ??
            tell(context, 'diffFields.changes', {
              subject,
              name,
              old: spaced(context, old),
              now: spaced(context, now).trimEnd(),
            }));
  const kind = before === undefined ? 'ADDED' : after === undefined ? 'REMOVED' : 'CHANGED';
  return {
    kind,
    path: [...at, ...path],
    sentence,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** `title`, then its language: `标题（英文）`. Blocks of a kind (task, course …) go without saying; configurations do not. */
function propertyInWords(context: DiffContext, path: readonly string[]): string {
  const [first = '', ...rest] = path;
  if (['title', 'description', 'text'].includes(first) && rest.length === 1) {
    const tag = rest[0] ?? '';
    const key = `language.${tag}` as const;
    return sayIn(context.language, 'diffFields.inLanguage', {
      name: propertyName(first)[context.language],
      language: says(key) ? sayIn(context.language, key) : tag,
    });
  }
  const names = path
    .map((segment, at) => nameInConfig(context, path[at - 1], segment))
    .filter((_, at) => at === path.length - 1 || !BLOCKS.has(path[at] ?? ''));
  return names.join(' › ');
}

/** Blocks that go without saying where one of their properties is named. */
const BLOCKS: ReadonlySet<string> = new Set([
  'course',
  'task',
  'assessment',
  'approval',
  'meeting',
  'survey',
  'audience',
  'review',
  'with',
]);

/** Weights are keyed by item: its title says more than its key. */
function nameInConfig(context: DiffContext, parent: string | undefined, segment: string): string {
  return isNamed(parent, segment) ? propertyNameIn(parent, segment)[context.language] : context.nameAfter(segment);
}

/** `推迟 3 天：由…改为…` where both rules count the same way. */
function shiftSentence(
  context: DiffContext,
  subject: Subject,
  name: Subject,
  before: unknown,
  after: unknown,
  old: string,
  now: string,
): string | undefined {
  const [from, to] = [dateRule.safeParse(before), dateRule.safeParse(after)];
  if (!from.success || !to.success) return undefined;
  const shift = shiftOf(from.data, to.data);
  if (!shift) return undefined;
  return tell(context, shift.by > 0 ? 'diffFields.later' : 'diffFields.earlier', {
    subject,
    name,
    amount: describeAmount(Math.abs(shift.by), shift.unit, context.language),
    old: spaced(context, old),
    now: spaced(context, now).trimEnd(),
  });
}

function shiftOf(
  from: DateRule,
  to: DateRule,
): { by: number; unit: 'DAY' | 'WEEK' | Extract<DateRule, { unit: unknown }>['unit'] } | undefined {
  if ('week' in from && 'week' in to && from.at === to.at) {
    const days = (to.week - from.week) * 7 + WEEKDAYS.indexOf(to.weekday) - WEEKDAYS.indexOf(from.weekday);
    return days % 7 === 0 ? { by: days / 7, unit: 'WEEK' } : { by: days, unit: 'DAY' };
  }
  if (
    'anchor' in from &&
    'anchor' in to &&
    from.unit === to.unit &&
    from.at === to.at &&
    from.roll === to.roll &&
    same(from.anchor, to.anchor)
  ) {
    return { by: to.offset - from.offset, unit: from.unit };
  }
  return undefined;
}

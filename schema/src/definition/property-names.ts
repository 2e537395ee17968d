import { type Text } from '../words/index.js';
import { say, says } from './generated/messages.js';

/** Every property of the language, for "did you mean". */
export const PROPERTIES = [
  'all',
  'anchor',
  'any',
  'approval',
  'assessment',
  'at',
  'atLeast',
  'attempts',
  'audience',
  'baseline',
  'by',
  'calendar',
  'channels',
  'choose',
  'clock',
  'completion',
  'conditions',
  'count',
  'course',
  'deliverable',
  'department',
  'departments',
  'description',
  'done',
  'due',
  'electives',
  'expression',
  'fixed',
  'format',
  'from',
  'grants',
  'is',
  'item',
  'items',
  'jobRole',
  'jobRoles',
  'joins',
  'key',
  'kind',
  'lag',
  'levels',
  'links',
  'meeting',
  'metric',
  'minutes',
  'mode',
  'n',
  'not',
  'of',
  'offset',
  'on',
  'opens',
  'outcomes',
  'passMark',
  'points',
  'questions',
  'reminders',
  'requirement',
  'respondents',
  'review',
  'roll',
  'rule',
  'scale',
  'score',
  'scoreIn',
  'scorer',
  'scoring',
  'smallestEffect',
  'stages',
  'steps',
  'survey',
  'task',
  'text',
  'title',
  'to',
  'unit',
  'url',
  'use',
  'via',
  'week',
  'weekday',
  'when',
  'with',
  'within',
] as const;

export const isProperty = (name: string): boolean => says(`property.${name}`);

/** `截止时间` and `due date` for `due`, which fits after “the”; a name that the language does not know is quoted as it stands. */
export function propertyName(property: string): Text {
  const key = `property.${property}` as const;
  return says(key) ? say(key) : say('quotedName', { name: property });
}

/** The known property nearest to a misspelt one: at most two letters off, and less than half of the word. */
export function nearestProperty(property: string): string | undefined {
  if (property.length > 40) return undefined;
  const limit = Math.min(2, Math.floor((property.length - 1) / 2));
  let best: { name: string; distance: number } | undefined;
  for (const name of PROPERTIES) {
    const distance = editDistance(property.toLowerCase(), name.toLowerCase());
    if (distance <= limit && name !== property && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name, distance };
  }
  return best?.name;
}

/** Letters to change, add, drop or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

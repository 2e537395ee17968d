import type { PlanDefinition } from '@planwright/schema/definition';
import type { Language } from '@planwright/schema/text';

const FORMAT: PlanDefinition['format'] = 'planwright/1';
const LONGEST_KEY = 63;

/** `base`, else `base-2`, `base-3` …: the first key that no plan has. */
export function freePlanKey(taken: ReadonlySet<string>, base: string): string {
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : `-${n}`;
    const key = `${base.slice(0, LONGEST_KEY - suffix.length)}${suffix}`;
    if (!taken.has(key)) return key;
  }
}

/** A key from the Latin letters and figures of a title, `plan` when it has none. */
export function keyFromTitle(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_KEY)
    .replace(/-+$/, '');
  return /[a-z]/.test(slug) ? slug : 'plan';
}

/** A plan with one empty stage to drop items into. */
export function blankDefinition(title: string, language: Language, taken: ReadonlySet<string>): PlanDefinition {
  return {
    format: FORMAT,
    key: freePlanKey(taken, keyFromTitle(title)),
    title: { [language]: title },
    calendar: 'cn',
    stages: [
      {
        key: 'stage-1',
        title: { 'zh-CN': '第一阶段', en: 'First stage' },
        opens: { week: 1, weekday: 'MON' },
        due: { week: 4, weekday: 'FRI', at: '18:00' },
        items: [],
      },
    ],
  };
}

/** A definition as somebody else wrote it, under a title and key of its own. Everything else stays as it is. */
export function renamedDefinition(
  definition: unknown,
  { title, language, taken }: { title?: string; language: Language; taken: ReadonlySet<string> },
): unknown {
  if (typeof definition !== 'object' || definition === null) return definition;
  const fields = new Map<string, unknown>(Object.entries(definition));
  const key = fields.get('key');
  const before = fields.get('title');
  const titles = typeof before === 'object' && before !== null ? Object.fromEntries(Object.entries(before)) : {};
  return {
    ...definition,
    key: freePlanKey(taken, typeof key === 'string' ? key : 'plan'),
    // A new title in one language would leave the old one standing in the other.
    title: title && titles[language] !== title ? { [language]: title } : titles,
  };
}

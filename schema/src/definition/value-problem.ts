import type { z } from 'zod';
import { keyPath, placeAt, quoted, sentenceStart, valueAt } from './place.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Wanted = readonly [zh: string, en: string];

/** What the spot wants instead of the value that stands there, as a whole sentence with the place and the value. */
export function valueProblem(issue: Issue, root: unknown, path: Path): Problem {
  const place = placeAt(root, path);
  const value = valueAt(root, path);
  const [zh, en] = wanted(issue, path, value);
  const shown =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? quoted(value) : undefined;
  return problemOf(
    'wrong-type',
    keyPath(root, path),
    shown === undefined ? `${place.zh}读不出来，${zh}。` : `${place.zh}不能是「${shown}」，${zh}。`,
    shown === undefined
      ? `${sentenceStart(place.en)} cannot be read: ${en}.`
      : `${sentenceStart(place.en)} cannot be “${shown}”: ${en}.`,
  );
}

/** Formats and forms by the property that carries them; what zod says about them would not help a person. */
const FORMS: Readonly<Record<string, Wanted>> = {
  at: ['写成 18:00 这样的时刻', 'write a time such as 18:00'],
  fixed: ['写成 2026-05-01T18:00 这样的日期和时刻', 'write a date and time such as 2026-05-01T18:00'],
  within: ['写成 PT24H（24 小时）或 P2D（2 天）', 'write PT24H for 24 hours or P2D for 2 days'],
  url: ['写成以 http:// 或 https:// 开头的网址', 'write an address that starts with http:// or https://'],
  use: ['写成「插件/规则」，例如 core/weekly', 'write plugin/rule, such as core/weekly'],
  key: [
    '只用小写字母、数字和连字符，最多 63 个字符',
    'use lower-case letters, digits and hyphens, 63 characters at most',
  ],
  opens: DATE(),
  due: DATE(),
  anchor: [
    '写 START、STAGE_START、OPENED，或 opened、completed、due 加条目标识，或 event',
    'write START, STAGE_START or OPENED, or name an item with opened, completed or due, or an event',
  ],
  on: RESULT(),
  is: RESULT(),
};

function DATE(): Wanted {
  return [
    '用「起算点 + 间隔」（anchor、offset、unit）、「第几周 + 星期」（week、weekday）或固定时间（fixed）中的一种',
    'use one of anchor with offset and unit, week with weekday, or fixed',
  ];
}

function RESULT(): Wanted {
  return [
    '写 COMPLETED、PASSED、FAILED、SUBMITTED、APPROVED、REJECTED 或 scoreIn 分数区间',
    'write COMPLETED, PASSED, FAILED, SUBMITTED, APPROVED, REJECTED or a scoreIn range',
  ];
}

const KEY_PLACES: ReadonlySet<string> = new Set(['from', 'to', 'item', 'opened', 'completed']);

function wanted(issue: Issue, path: Path, value: unknown): Wanted {
  const property = typeof path.at(-1) === 'number' ? String(path.at(-2)) : String(path.at(-1));
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_type':
      return ofType(issue.expected, property);
    case 'too_small':
      return limit('min', issue.minimum, issue.origin);
    case 'too_big':
      return limit('max', issue.maximum, issue.origin);
    case 'invalid_format':
      return FORMS[property] ?? (KEY_PLACES.has(property) || typeof value === 'string' ? KEY_FORM : OTHER);
    case 'invalid_union':
      if (issue.discriminator !== undefined && 'options' in issue && Array.isArray(issue.options))
        return oneOf(issue.options);
      return FORMS[property] ?? OTHER;
    case 'custom':
      return FORMS[property] ?? conditionForm(issue.params);
    default:
      return OTHER;
  }
}

const KEY_FORM: Wanted = [
  '写成标识：小写字母、数字和连字符，最多 63 个字符',
  'write a key: lower-case letters, digits and hyphens, 63 characters at most',
];
const OTHER: Wanted = ['对照说明改成允许的写法', 'change it to one of the forms that the plan language knows'];

function oneOf(values: readonly unknown[]): Wanted {
  const names = values.map(String);
  return names.length === 1
    ? [`写 ${names[0]}`, `write ${names[0]}`]
    : [`从 ${names.join('、')} 中选一个`, `choose one of ${names.join(', ')}`];
}

function ofType(expected: string, property: string): Wanted {
  switch (expected) {
    case 'string':
      return FORMS[property] ?? ['写成文字', 'write text'];
    case 'int':
      return ['写成整数', 'write a whole number'];
    case 'number':
      return ['写成数字', 'write a number'];
    case 'boolean':
      return ['写 true 或 false', 'write true or false'];
    case 'array':
    case 'tuple':
      return ['写成列表', 'write a list'];
    case 'record':
      return ['title', 'description', 'text'].includes(property)
        ? ['按语言填写，例如 zh-CN 和 en', 'write it by language, such as zh-CN and en']
        : ['写成一组「名称: 值」', 'write it as a group of named values'];
    case 'object':
      return ['写成一组「名称: 值」', 'write it as a group of named values'];
    default:
      return OTHER;
  }
}

function limit(side: 'min' | 'max', bound: number | bigint, origin: string): Wanted {
  const zhUnit = origin === 'string' ? ' 个字符' : origin === 'array' ? ' 项' : '';
  const enUnit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  return side === 'min'
    ? [`至少要 ${bound}${zhUnit}`, `it needs at least ${bound}${enUnit}`]
    : [`最多 ${bound}${zhUnit}`, `it takes at most ${bound}${enUnit}`];
}

function conditionForm(params: unknown): Wanted {
  const several =
    typeof params === 'object' &&
    params !== null &&
    'forms' in params &&
    Array.isArray(params.forms) &&
    params.forms.length > 1;
  return several
    ? [
        '一个条件只能有一种形式，用 all 或 any 把它们合起来',
        'a condition has one form only; join several with all or any',
      ]
    : [
        '从 all、any、not、atLeast、item、expression 中选一种形式',
        'use one of all, any, not, atLeast, item and expression',
      ];
}

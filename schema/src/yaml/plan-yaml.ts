import { type ErrorCode, parseDocument, stringify } from 'yaml';
import {
  type ParsedPlan,
  type PlanDefinition,
  type Problem,
  parsePlan,
  problemOf,
  quoted,
} from '../definition/index.js';

/** Longer than any plan of people, shorter than what would keep a parser busy. */
const MAX_CHARACTERS = 4_000_000;

/**
 * Reads YAML 1.2 (JSON is YAML too) as a plan. Only plain data: no tags of its own, no merge keys, aliases limited.
 * A problem of writing carries its line and column in the sentence and an empty path.
 */
export function parsePlanYaml(text: string): ParsedPlan {
  if (text.length > MAX_CHARACTERS) return { problems: [tooLong()] };
  const document = parseDocument(text, {
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    customTags: null,
    logLevel: 'silent',
    prettyErrors: true,
  });
  const wrong = [...document.errors, ...document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')];
  if (wrong.length > 0)
    return {
      problems: wrong.slice(0, 20).map(({ code, linePos, message }) => yamlProblem(code, linePos?.[0], message)),
    };
  try {
    return parsePlan(document.toJS({ maxAliasCount: 100 }));
  } catch {
    // toJS refuses aliases that would multiply the document.
    return {
      problems: [
        problemOf(
          'wrong-type',
          [],
          '这份 YAML 用了太多别名（*）。把它们写成完整内容。',
          'This YAML uses too many aliases (*). Write out what they stand for.',
        ),
      ],
    };
  }
}

/** The definition as YAML for people: block style, no line folding, `at: "18:00"` quoted so that every reader takes it as text. */
export function definitionToYaml(definition: PlanDefinition): string {
  return stringify(definition, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    version: '1.2',
    schema: 'yaml-1.1',
    defaultStringType: 'PLAIN',
  });
}

function tooLong(): Problem {
  return problemOf(
    'wrong-type',
    [],
    '这份 YAML 太长，拆成几份培养计划。',
    'This YAML is too long. Split it into several plans.',
  );
}

function yamlProblem(code: ErrorCode, at: { line: number; col: number } | undefined, detail: string): Problem {
  const zhAt = at ? `第 ${at.line} 行第 ${at.col} 列` : '某处';
  const enAt = at ? `Line ${at.line}, column ${at.col}` : 'Somewhere';
  switch (code) {
    case 'DUPLICATE_KEY':
      return problemOf(
        'duplicate-key',
        [],
        `${zhAt}重复写了同一个属性，删掉一个。`,
        `${enAt} writes the same property twice. Remove one.`,
      );
    case 'TAG_RESOLVE_FAILED':
      return problemOf(
        'wrong-type',
        [],
        `${zhAt}用了 YAML 标签（!），写成普通内容。`,
        `${enAt} uses a YAML tag (!). Write plain content.`,
      );
    case 'TAB_AS_INDENT':
      return problemOf(
        'wrong-type',
        [],
        `${zhAt}用了制表符缩进，改成空格。`,
        `${enAt} is indented with a tab. Use spaces.`,
      );
    case 'BAD_INDENT':
      return problemOf(
        'wrong-type',
        [],
        `${zhAt}缩进不对，和同一层对齐。`,
        `${enAt} is indented wrongly. Line it up with its siblings.`,
      );
    default: {
      const first = quoted(detail.split('\n')[0] ?? '');
      return problemOf(
        'wrong-type',
        [],
        `${zhAt}的 YAML 读不下去，检查引号、冒号和括号。`,
        `${enAt} cannot be read as YAML (${first}). Check quotes, colons and brackets.`,
      );
    }
  }
}

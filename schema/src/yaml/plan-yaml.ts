import { type ErrorCode, parseDocument, stringify } from 'yaml';
import {
  type ParsedPlan,
  type PlanDefinition,
  type Problem,
  parsePlan,
  problemOf,
  quoted,
} from '../definition/index.js';
import { say } from './generated/messages.js';

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
      problems: [problemOf('wrong-type', [], say('planYaml.tooManyAliases'))],
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
  return problemOf('wrong-type', [], say('planYaml.tooLong'));
}

function yamlProblem(code: ErrorCode, at: { line: number; col: number } | undefined, detail: string): Problem {
  const place = at ? say('planYaml.at', { line: at.line, col: at.col }) : say('planYaml.somewhere');
  switch (code) {
    case 'DUPLICATE_KEY':
      return problemOf('duplicate-key', [], say('planYaml.writesSameProperty', { place }));
    case 'TAG_RESOLVE_FAILED':
      return problemOf('wrong-type', [], say('planYaml.usesYamlTag', { place }));
    case 'TAB_AS_INDENT':
      return problemOf('wrong-type', [], say('planYaml.indentedTabUse', { place }));
    case 'BAD_INDENT':
      return problemOf('wrong-type', [], say('planYaml.indentedWronglyLine', { place }));
    default: {
      const first = quoted(detail.split('\n')[0] ?? '');
      return problemOf('wrong-type', [], say('planYaml.cannotReadYaml', { place, first }));
    }
  }
}

import { duplicateKeys } from './duplicate-keys.js';
import { say } from './generated/messages.js';
import { issueToProblems } from './issue-to-problem.js';
import { quoted } from './place.js';
import { plainCopy, type Refusal } from './plain-copy.js';
import { FORMAT, type PlanDefinition, planDefinition } from './plan-definition.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { nearestProperty } from './property-names.js';
import { htmlProblems } from './text-problems.js';

export interface ParsedPlan {
  /** Present when the document has the right shape, even where it still has problems of meaning. */
  definition?: PlanDefinition;
  problems: Problem[];
}

/** Beyond this many problems a list helps nobody; fixing some shows the rest. */
const MOST_PROBLEMS = 200;

/**
 * Reads an unknown value as a plan definition, strictly. Never throws; time and memory grow linearly with the input.
 * A document of the right shape is returned even if keys repeat or a text carries HTML: drafts are unfinished.
 */
export function parsePlan(input: unknown): ParsedPlan {
  const copied = plainCopy(input);
  if ('refusal' in copied) return { problems: [refusalProblem(copied.refusal)] };
  const root = copied.value;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return {
      problems: [problemOf('wrong-type', [], say('parsePlan.problems'))],
    };
  }
  const newer = newerFormat(root);
  if (newer) return { problems: [newer] };
  const parsed = planDefinition.safeParse(root);
  if (!parsed.success) {
    const found = parsed.error.issues.slice(0, MOST_PROBLEMS).flatMap((issue) => issueToProblems(issue, root));
    return { problems: withoutMisspelt(found).slice(0, MOST_PROBLEMS) };
  }
  const problems = [...duplicateKeys(parsed.data), ...htmlProblems(parsed.data)];
  return { definition: parsed.data, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** `titel` for `title` is one mistake, though the one is unknown and the other missing. */
function withoutMisspelt(problems: readonly Problem[]): Problem[] {
  const meant = new Set(
    problems.flatMap(({ code, path }) => {
      const near = code === 'unknown-property' ? nearestProperty(path.at(-1) ?? '') : undefined;
      return near === undefined ? [] : [JSON.stringify([...path.slice(0, -1), near])];
    }),
  );
  return problems.filter(({ code, path }) => code !== 'missing' || !meant.has(JSON.stringify(path)));
}

function newerFormat(root: object): Problem | undefined {
  const format = 'format' in root ? root.format : undefined;
  const version = typeof format === 'string' ? /^planwright\/(\d{1,6})$/.exec(format)?.[1] : undefined;
  if (version === undefined || Number(version) <= Number(FORMAT.split('/')[1])) return undefined;
  return problemOf('newer-format', ['format'], say('parsePlan.newerFormat', { format: quoted(format) }));
}

function refusalProblem(refusal: Refusal): Problem {
  switch (refusal.reason) {
    case 'forbidden-key':
      return problemOf(
        'unknown-property',
        [...refusal.path.map(String), refusal.key],
        say('parsePlan.propertyNameNot', { key: refusal.key }),
      );
    case 'too-deep':
      return problemOf('wrong-type', refusal.path.slice(0, 4).map(String), say('parsePlan.documentNestedToo'));
    case 'too-big':
      return problemOf('wrong-type', [], say('parsePlan.documentTooBig'));
    case 'unreadable':
      return problemOf('wrong-type', [], say('parsePlan.documentCannotRead'));
    default:
      return refusal satisfies never;
  }
}

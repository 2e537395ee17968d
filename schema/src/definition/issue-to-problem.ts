import type { z } from 'zod';
import { bestBranch } from './best-branch.js';
import { say } from './generated/messages.js';
import { keyPath, placeAt, quoted, sentenceStart, valueAt } from './place.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { nearestProperty, propertyName } from './property-names.js';
import { valueProblem } from './value-problem.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** zod's finding in the words of the plan. One mistake gives one problem; several misspelt properties give one each. */
export function issueToProblems(issue: Issue, root: unknown, above: Path = []): Problem[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownProperty(root, path, key));
    case 'invalid_key':
      return [badRecordKey(root, path)];
    case 'invalid_element':
      return issue.issues.flatMap((inner) => issueToProblems(inner, root, path));
    case 'invalid_union': {
      if (isAbsent(root, path)) return [missing(root, path)];
      const branch = bestBranch(issue, valueAt(root, path));
      if (branch) return branch.flatMap((inner) => issueToProblems(inner, root, path));
      return [valueProblem(issue, root, path)];
    }
    default:
      return [
        isAbsent(root, path) || issue.message === 'missing' ? missing(root, path) : valueProblem(issue, root, path),
      ];
  }
}

function missing(root: unknown, path: Path): Problem {
  const property = String(path.at(-1) ?? '');
  if (path.length === 0) return problemOf('missing', [], say('issueToProblem.thereNoPlan'));
  const owner = isAbsent(root, path) ? path.slice(0, -1) : path;
  const place = placeAt(root, owner);
  const name = propertyName(property);
  if (owner === path) {
    return problemOf(
      'missing',
      keyPath(root, path),
      say('issueToProblem.stillEmptyWrite', { place: sentenceStart(place) }),
    );
  }
  return problemOf(
    'missing',
    keyPath(root, path),
    say('issueToProblem.stillLacksAdd', { place: sentenceStart(place), name, property }),
  );
}

function unknownProperty(root: unknown, path: Path, key: string): Problem {
  const place = placeAt(root, path);
  const near = nearestProperty(key);
  const shown = quoted(key);
  return problemOf(
    'unknown-property',
    keyPath(root, [...path, key]),
    near === undefined
      ? say('issueToProblem.unknownProperty', { place: sentenceStart(place), shown })
      : say('issueToProblem.unknownPropertyNear', { place: sentenceStart(place), shown, near }),
  );
}

function badRecordKey(root: unknown, path: Path): Problem {
  const key = quoted(path.at(-1));
  const place = placeAt(root, path.slice(0, -1));
  const isText = !['joins', 'conditions'].includes(String(path.at(-2)));
  return problemOf('wrong-type', keyPath(root, path), say('issueToProblem.noLanguageCode', { isText, place, key }));
}

function isAbsent(root: unknown, path: Path): boolean {
  return path.length > 0 && valueAt(root, path) === undefined;
}

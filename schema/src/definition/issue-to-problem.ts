import type { z } from 'zod';
import { bestBranch } from './best-branch.js';
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
  if (path.length === 0) return problemOf('missing', [], '没有读到培养计划。', 'There is no plan to read.');
  const owner = isAbsent(root, path) ? path.slice(0, -1) : path;
  const place = placeAt(root, owner);
  const name = propertyName(property);
  if (owner === path) {
    return problemOf(
      'missing',
      keyPath(root, path),
      `${place.zh}还是空的，至少填一种语言。`,
      `${sentenceStart(place.en)} is still empty. Write it in one language at least.`,
    );
  }
  return problemOf(
    'missing',
    keyPath(root, path),
    `${place.zh}还缺少${name.zh}，补上「${property}」。`,
    `${sentenceStart(place.en)} still lacks its ${name.en}. Add “${property}”.`,
  );
}

function unknownProperty(root: unknown, path: Path, key: string): Problem {
  const place = placeAt(root, path);
  const near = nearestProperty(key);
  const shown = quoted(key);
  return problemOf(
    'unknown-property',
    keyPath(root, [...path, key]),
    near
      ? `${place.zh}没有「${shown}」这个属性。如果想写的是「${near}」，改过来；否则删掉它。`
      : `${place.zh}没有「${shown}」这个属性，删掉它。`,
    near
      ? `${sentenceStart(place.en)} has no property “${shown}”. Change it to “${near}” if that is what you mean, or remove it.`
      : `${sentenceStart(place.en)} has no property “${shown}”. Remove it.`,
  );
}

function badRecordKey(root: unknown, path: Path): Problem {
  const key = quoted(path.at(-1));
  const place = placeAt(root, path.slice(0, -1));
  const isText = !['joins', 'conditions'].includes(String(path.at(-2)));
  return problemOf(
    'wrong-type',
    keyPath(root, path),
    isText
      ? `${place.zh}里的「${key}」不是语言代码，改成 zh-CN、en 这样的代码。`
      : `${place.zh}里的「${key}」不是条目标识，只能用小写字母、数字和连字符。`,
    isText
      ? `“${key}” in ${place.en} is no language code. Use one such as zh-CN or en.`
      : `“${key}” in ${place.en} is no item key. Use lower-case letters, digits and hyphens.`,
  );
}

function isAbsent(root: unknown, path: Path): boolean {
  return path.length > 0 && valueAt(root, path) === undefined;
}

import type { z } from 'zod';
import { listOf, type Text } from '../words/index.js';
import { say } from './generated/messages.js';
import { keyPath, placeAt, quoted, sentenceStart, valueAt } from './place.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What the spot wants instead of the value that stands there, as a whole sentence with the place and the value. */
export function valueProblem(issue: Issue, root: unknown, path: Path): Problem {
  const place = sentenceStart(placeAt(root, path));
  const value = valueAt(root, path);
  const wants = wanted(issue, path, value);
  const shown =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? quoted(value) : undefined;
  return problemOf(
    'wrong-type',
    keyPath(root, path),
    shown === undefined
      ? say('valueProblem.unreadable', { place, wanted: wants })
      : say('valueProblem.cannotBe', { place, shown, wanted: wants }),
  );
}

/** Formats and forms by the property that carries them; what zod says about them would not help a person. */
const FORMS: Readonly<Record<string, Text>> = {
  at: say('valueProblem.at'),
  fixed: say('valueProblem.fixed'),
  within: say('valueProblem.within'),
  url: say('valueProblem.url'),
  use: say('valueProblem.use'),
  key: say('valueProblem.key'),
  opens: DATE(),
  due: DATE(),
  anchor: say('valueProblem.anchor'),
  on: RESULT(),
  is: RESULT(),
};

function DATE(): Text {
  return say('valueProblem.useOneAnchor');
}

function RESULT(): Text {
  return say('valueProblem.writeCompletedPassed');
}

const KEY_PLACES: ReadonlySet<string> = new Set(['from', 'to', 'item', 'opened', 'completed']);

function wanted(issue: Issue, path: Path, value: unknown): Text {
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

const KEY_FORM: Text = say('valueProblem.writeKeyLower');
const OTHER: Text = say('valueProblem.changeOneForms');

function oneOf(values: readonly unknown[]): Text {
  const names = values.map(String);
  return names.length === 1
    ? say('valueProblem.write', { name: names[0] ?? '' })
    : say('valueProblem.chooseOne', { names: listOf(names) });
}

function ofType(expected: string, property: string): Text {
  switch (expected) {
    case 'string':
      return FORMS[property] ?? say('valueProblem.writeText');
    case 'int':
      return say('valueProblem.writeWholeNumber');
    case 'number':
      return say('valueProblem.writeNumber');
    case 'boolean':
      return say('valueProblem.writeTrueFalse');
    case 'array':
    case 'tuple':
      return say('valueProblem.writeList');
    case 'record':
      return ['title', 'description', 'text'].includes(property)
        ? say('valueProblem.writeLanguageSuch')
        : say('valueProblem.writeGroupNamed');
    case 'object':
      return say('valueProblem.writeGroupNamed');
    default:
      return OTHER;
  }
}

function limit(side: 'min' | 'max', bound: number | bigint, origin: string): Text {
  const unit = origin === 'string' ? 'string' : origin === 'array' ? 'array' : 'other';
  return say(`valueProblem.${side}`, { bound: String(bound), unit });
}

function conditionForm(params: unknown): Text {
  const several =
    typeof params === 'object' &&
    params !== null &&
    'forms' in params &&
    Array.isArray(params.forms) &&
    params.forms.length > 1;
  return several ? say('valueProblem.conditionOneForm') : say('valueProblem.useOneAll');
}

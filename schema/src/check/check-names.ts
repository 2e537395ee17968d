import { type Problem, problemOf, quoted, sentenceStart } from '../definition/index.js';
import { anchorKey, anchorOf, type CheckIndex, conditionLeaves, dateRules, nameOf, ownDueOf } from './check-index.js';
import { say } from './generated/messages.js';

/** `unknown-key`: links, groups, weights, joins, conditions and anchors that name nothing. */
export function unknownKeys(index: CheckIndex, knowsCalendar: (key: string) => boolean): Problem[] {
  const { definition, items } = index;
  const problems: Problem[] = [];
  const wantItem = (key: string, path: string[]) => {
    if (!items.has(key)) problems.push(namesNothing(key, path));
  };
  for (const [at, link] of (definition.links ?? []).entries()) {
    wantItem(link.from, ['links', String(at), 'from']);
    wantItem(link.to, ['links', String(at), 'to']);
  }
  for (const group of definition.electives ?? []) {
    for (const [at, key] of group.from.entries()) wantItem(key, ['electives', group.key, 'from', String(at)]);
  }
  for (const key of Object.keys(definition.joins ?? {})) wantItem(key, ['joins', key]);
  for (const [key, condition] of Object.entries(definition.conditions ?? {})) {
    wantItem(key, ['conditions', key]);
    for (const { leaf, path } of conditionLeaves(condition)) {
      if ('item' in leaf) wantItem(leaf.item, ['conditions', key, ...path, 'item']);
    }
  }
  for (const key of weightsOf(definition.scoring?.with)) wantItem(key, ['scoring', 'with', 'weights', key]);
  if (definition.calendar !== undefined && !knowsCalendar(definition.calendar)) {
    problems.push(
      problemOf(
        'unknown-key',
        ['calendar'],
        say('checkNames.thereNoWorking', { calendar: quoted(definition.calendar) }),
      ),
    );
  }
  return [...problems, ...anchorProblems(index)];
}

function anchorProblems(index: CheckIndex): Problem[] {
  return dateRules(index.definition).flatMap(({ rule, path }) => {
    const anchor = anchorOf(rule);
    const key = anchor === undefined ? undefined : anchorKey(anchor);
    if (anchor === undefined || key === undefined) return [];
    const placed = index.items.get(key);
    const stage = placed?.stage ?? index.stages.get(key);
    if (!stage) return [namesNothing(key, [...path, 'anchor'])];
    if (!placed && typeof anchor === 'object' && !('opened' in anchor)) return [countsFromStage(index, key, path)];
    const hasDue = placed ? (ownDueOf(placed.item) ?? stage.due) : stage.due;
    if (typeof anchor === 'string' || !('due' in anchor) || hasDue) return [];
    const name = nameOf(index, key);
    return [problemOf('unknown-key', [...path, 'anchor'], say('checkNames.noDueDate', { name: sentenceStart(name) }))];
  });
}

/** A stage is complete by a rule of its own and has no one date to count from; its opening has. */
function countsFromStage(index: CheckIndex, key: string, path: string[]): Problem {
  const name = nameOf(index, key);
  return problemOf(
    'unknown-key',
    [...path, 'anchor'],
    say('checkNames.countsFromStage', { name: sentenceStart(name) }),
  );
}

function weightsOf(config: unknown): string[] {
  const weights = typeof config === 'object' && config !== null && 'weights' in config ? config.weights : undefined;
  return typeof weights === 'object' && weights !== null && !Array.isArray(weights) ? Object.keys(weights) : [];
}

function namesNothing(key: string, path: string[]): Problem {
  return problemOf('unknown-key', path, say('checkNames.namesNothing', { key: quoted(key) }));
}

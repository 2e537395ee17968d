import { type ElectiveGroup, type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { type CheckIndex, itemPath, nameOf } from './check-index.js';
import { say } from './generated/messages.js';

/** `elective-too-few`, `elective-without-group`, `group-across-stages`, and groups that hold what is no elective of theirs. */
export function electiveProblems(index: CheckIndex): Problem[] {
  const groups = index.definition.electives ?? [];
  return [
    ...withoutGroup(index),
    ...groups.flatMap((group) => [...members(index, group), ...tooFew(index, group), ...acrossStages(index, group)]),
  ];
}

function withoutGroup(index: CheckIndex): Problem[] {
  const grouped = new Set((index.definition.electives ?? []).flatMap((group) => group.from));
  return [...index.items.values()].flatMap((placed) => {
    if (placed.item.requirement !== 'ELECTIVE' || grouped.has(placed.item.key)) return [];
    const name = nameOf(index, placed.item.key);
    return [
      problemOf(
        'elective-without-group',
        itemPath(placed),
        say('checkElectives.electiveButNo', { name: sentenceStart(name) }),
      ),
    ];
  });
}

/** An elective of two groups would be closed by the one while the other still waits for it. */
function members(index: CheckIndex, group: ElectiveGroup): Problem[] {
  return group.from.flatMap((key, at) => {
    const placed = index.items.get(key);
    if (!placed) return [];
    const path = ['electives', group.key, 'from', String(at)];
    const name = nameOf(index, key);
    if (placed.item.requirement !== 'ELECTIVE') {
      return [problemOf('wrong-type', path, say('checkElectives.electiveGroupBut', { name: sentenceStart(name) }))];
    }
    if (index.groupOf.get(key) === group && group.from.indexOf(key) === at) return [];
    return [
      problemOf('duplicate-key', path, say('checkElectives.electiveGroupAlready', { name: sentenceStart(name) })),
    ];
  });
}

function tooFew(index: CheckIndex, group: ElectiveGroup): Problem[] {
  // Keys that name nothing are reported as such; counting them keeps it at one problem for one mistake.
  const count = new Set(group.from).size;
  if (count >= group.choose) return [];
  const name = nameOf(index, group.key);
  return [
    problemOf(
      'elective-too-few',
      ['electives', group.key, 'choose'],
      say('checkElectives.electiveGroupAsks', { name, choose: group.choose, count }),
    ),
  ];
}

function acrossStages(index: CheckIndex, group: ElectiveGroup): Problem[] {
  const stages = new Set(group.from.flatMap((key) => index.items.get(key)?.stage.key ?? []));
  if (stages.size <= 1) return [];
  const name = nameOf(index, group.key);
  const names = [...stages]
    .map((key) => nameOf(index, key))
    .reduce((before, stage) => say('checkElectives.stages', { before, stage }));
  return [
    problemOf(
      'group-across-stages',
      ['electives', group.key, 'from'],
      say('checkElectives.electiveGroupSpreads', { name, stages: names }),
    ),
  ];
}

import { type ElectiveGroup, type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { type CheckIndex, itemPath, nameOf } from './check-index.js';

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
        `${name.zh}是选修，但不在任何选修组里。把它放进一个选修组，或改成必修。`,
        `${sentenceStart(name.en)} is elective but in no elective group. Put it in one, or make it required.`,
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
      return [
        problemOf(
          'wrong-type',
          path,
          `选修组里的${name.zh}不是选修。把它改成选修，或移出选修组。`,
          `${sentenceStart(name.en)} is in an elective group but not elective. Make it elective, or take it out.`,
        ),
      ];
    }
    if (index.groupOf.get(key) === group && group.from.indexOf(key) === at) return [];
    return [
      problemOf(
        'duplicate-key',
        path,
        `${name.zh}已经在选修组里，只保留一处。`,
        `${sentenceStart(name.en)} is in an elective group already. Keep it in one place.`,
      ),
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
      `选修组${name.zh}要选 ${group.choose} 项，但只有 ${count} 项可选。增加可选内容，或减少应选数量。`,
      `Elective group ${name.en} asks for ${group.choose} of ${count}. Add more to choose from, or ask for fewer.`,
    ),
  ];
}

function acrossStages(index: CheckIndex, group: ElectiveGroup): Problem[] {
  const stages = new Set(group.from.flatMap((key) => index.items.get(key)?.stage.key ?? []));
  if (stages.size <= 1) return [];
  const name = nameOf(index, group.key);
  const zh = [...stages].map((key) => nameOf(index, key).zh).join('');
  const en = [...stages].map((key) => nameOf(index, key).en).join(' and ');
  return [
    problemOf(
      'group-across-stages',
      ['electives', group.key, 'from'],
      `选修组${name.zh}的内容分散在${zh}，把它们放到同一阶段，或每个阶段各建一组。`,
      `Elective group ${name.en} spreads over ${en}. Bring its items into one stage, or make a group for each.`,
    ),
  ];
}

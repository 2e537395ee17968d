import { type Problem, problemOf } from '../definition/index.js';
import { blockOf, deliverableOf, levelsOf } from '../kinds/index.js';
import { listOf } from '../words/index.js';
import { type CheckIndex, itemPath, nameOf, ownDueOf } from './check-index.js';
import { say } from './generated/messages.js';

/** `no-due`, `no-review` and `grants-need-admin`. */
export function planWarnings(index: CheckIndex): Problem[] {
  return [...withoutDue(index), ...withoutReview(index), ...grants(index)];
}

/** Optional items may stay open for ever; others would never be overdue nor remind anybody. */
function withoutDue(index: CheckIndex): Problem[] {
  return [...index.items.values()].flatMap((placed) => {
    const { item, stage } = placed;
    if (item.requirement === 'OPTIONAL' || ownDueOf(item) || stage.due) return [];
    const name = nameOf(index, item.key);
    return [problemOf('no-due', [...itemPath(placed), 'due'], say('checkWarnings.neitherNorStage', { name }))];
  });
}

function withoutReview(index: CheckIndex): Problem[] {
  return [...index.items.values()].flatMap((placed) => {
    const { item } = placed;
    const deliverable = deliverableOf(item);
    if (item.requirement === 'OPTIONAL' || deliverable === undefined || deliverable === 'NONE') return [];
    if (levelsOf(item).length > 0) return [];
    const name = nameOf(index, item.key);
    return [
      problemOf(
        'no-review',
        [...itemPath(placed), blockOf(item), 'review'],
        say('checkWarnings.nobodyReviewsDone', { name }),
      ),
    ];
  });
}

function grants({ definition }: CheckIndex): Problem[] {
  if (!definition.grants?.length) return [];
  return [
    problemOf('grants-need-admin', ['grants'], say('checkWarnings.grants', { grants: listOf(definition.grants) })),
  ];
}

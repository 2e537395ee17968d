import { type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { blockOf, deliverableOf, levelsOf } from '../kinds/index.js';
import { type CheckIndex, itemPath, nameOf, ownDueOf } from './check-index.js';

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
    return [
      problemOf(
        'no-due',
        [...itemPath(placed), 'due'],
        `${name.zh}和它的阶段都没有截止时间，不会提醒也不会逾期。给其中一个设截止时间。`,
        `Neither ${name.en} nor its stage has a due date, so nobody is reminded. Give one of them a due date.`,
      ),
    ];
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
        `${name.zh}提交后没有人反馈，提交即完成。需要反馈就设一位反馈人。`,
        `Nobody reviews ${name.en}; it is done once it is handed in. Name a reviewer if it should have feedback.`,
      ),
    ];
  });
}

function grants({ definition }: CheckIndex): Problem[] {
  if (!definition.grants?.length) return [];
  const list = definition.grants.join('、');
  return [
    problemOf(
      'grants-need-admin',
      ['grants'],
      `这份计划会授予权限（${list}），要由管理员发布。`,
      sentenceStart(`this plan grants rights (${definition.grants.join(', ')}), so an admin has to publish it.`),
    ),
  ];
}

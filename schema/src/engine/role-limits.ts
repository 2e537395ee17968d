import { type Item, isHandedIn, kindOf } from '../kinds/index.js';
import type { ProgressAct, Who } from './decide-progress.js';
import { type Refusal, refuse } from './refusal.js';

const wrongAction = (zh: string, en: string) => refuse('INVALID', ['action'], zh, en);

/** Acts that the kind of item does not know, or that are not for this role. */
export function mayNot(item: Item, { action }: ProgressAct, { by }: Who): { refusal: Refusal } | undefined {
  switch (action) {
    case 'START':
      return undefined;
    case 'COMPLETE':
      return notCompletable(item, by);
    case 'SUBMIT':
      return isHandedIn(item)
        ? undefined
        : wrongAction('只有任务和审批可以提交', 'Only tasks and approvals are submitted');
    case 'SCORE':
      if (by === 'LEARNER') return wrongAction('分数由导师或 HR 填写', 'Scores are given by the mentor or HR');
      return kindOf(item).isScored ? undefined : wrongAction('此类项目不打分', 'This kind of item has no score');
    case 'EXCUSE':
    case 'REOPEN':
      return by === 'LEARNER' ? wrongAction('由导师或 HR 处理', 'Ask the mentor or HR to do this') : undefined;
    default:
      return action satisfies never;
  }
}

function notCompletable(item: Item, by: Who['by']): { refusal: Refusal } | undefined {
  const words = kindOf(item).notCompletable?.(item, by === 'LEARNER');
  return words && wrongAction(words['zh-CN'], words.en);
}

import type { Item } from '../definition/item.js';
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
      return item.kind === 'TASK' || item.kind === 'APPROVAL'
        ? undefined
        : wrongAction('只有任务和审批可以提交', 'Only tasks and approvals are submitted');
    case 'SCORE':
      if (by === 'LEARNER') return wrongAction('分数由导师或 HR 填写', 'Scores are given by the mentor or HR');
      return item.kind === 'MEETING' || item.kind === 'SURVEY' || item.kind === 'APPROVAL'
        ? wrongAction('此类项目不打分', 'This kind of item has no score')
        : undefined;
    case 'EXCUSE':
    case 'REOPEN':
      return by === 'LEARNER' ? wrongAction('由导师或 HR 处理', 'Ask the mentor or HR to do this') : undefined;
    default:
      return action satisfies never;
  }
}

function notCompletable(item: Item, by: Who['by']): { refusal: Refusal } | undefined {
  switch (item.kind) {
    case 'COURSE': {
      const done = item.course?.done ?? 'MARKED';
      if (done === 'MIN_SCORE') return wrongAction('此课程按成绩完成', 'This course is completed by its score');
      return done === 'EXTERNAL' && by === 'LEARNER'
        ? wrongAction('此课程由学习平台回传完成情况', 'The learning platform reports this course')
        : undefined;
    }
    case 'MEETING':
      return undefined;
    case 'SURVEY':
      return by === 'LEARNER' && item.survey.respondents !== 'LEARNER'
        ? wrongAction('此问卷由上级或团队填写', 'This survey is answered by the superior or the team')
        : undefined;
    case 'TASK':
    case 'APPROVAL':
      return wrongAction('提交成果即可完成', 'Submit your work to complete this');
    case 'ASSESSMENT':
      return wrongAction('此项按成绩完成', 'This is completed by a score');
    default:
      return item satisfies never;
  }
}

import { type Item, isHandedIn, kindOf } from '../kinds/index.js';
import { type Text } from '../words/index.js';
import type { ProgressAct, Who } from './decide-progress.js';
import { say } from './generated/messages.js';
import { type Refusal, refuse } from './refusal.js';

const wrongAction = (message: Text) => refuse('INVALID', ['action'], message);

/** Acts that the kind of item does not know, or that are not for this role. */
export function mayNot(item: Item, { action }: ProgressAct, { by }: Who): { refusal: Refusal } | undefined {
  switch (action) {
    case 'START':
      return undefined;
    case 'COMPLETE':
      return notCompletable(item, by);
    case 'SUBMIT':
      return isHandedIn(item) ? undefined : wrongAction(say('roleLimits.onlyTasksApprovals'));
    case 'SCORE':
      if (by === 'LEARNER') return wrongAction(say('roleLimits.scoresGivenMentor'));
      return kindOf(item).isScored ? undefined : wrongAction(say('roleLimits.kindItemNo'));
    case 'EXCUSE':
    case 'REOPEN':
      return by === 'LEARNER' ? wrongAction(say('roleLimits.askMentorHr')) : undefined;
    default:
      return action satisfies never;
  }
}

function notCompletable(item: Item, by: Who['by']): { refusal: Refusal } | undefined {
  const words = kindOf(item).notCompletable?.(item, by === 'LEARNER');
  return words && wrongAction(words);
}

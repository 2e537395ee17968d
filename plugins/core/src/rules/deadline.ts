import type { ItemProgress, StepProgress } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { type Instant, laterOf } from '@planwright/schema/time';
import { sayIn } from '../generated/messages.js';
import { itemWords, partWords } from '../text/wording.js';

/** Something of a person that is due: an item, or a step of it that is handed in before. */
export interface Deadline {
  item: ItemProgress;
  step?: StepProgress;
  dueAt: Instant;
  /** Since when it is, or will be, the person's turn with this date; absent while it waits for more than time. */
  since?: Instant;
  provisional: boolean;
}

/** It is the person's turn: what waits for a review, is done or excused is not. */
export const isInHand = ({ state }: ItemProgress): boolean =>
  state === 'AVAILABLE' || state === 'STARTED' || state === 'RETURNED';

/** What is asked of the person now or later. */
export const isAsked = (item: ItemProgress): boolean => isInHand(item) || item.state === 'LOCKED';

/**
 * The dates that an item still has to keep: of each step that is not handed in, and its own where no such step falls due
 * with it (the last step's date is the item's).
 */
export function deadlinesOf(item: ItemProgress): Deadline[] {
  if (!isAsked(item)) return [];
  const since = item.inHandSince ?? item.opensAt;
  const steps = item.steps.filter(({ completedAt }) => completedAt === undefined);
  const deadlines = steps.flatMap((step): Deadline[] => {
    if (step.dueAt === undefined) return [];
    const known = since !== undefined && step.dueKnownFrom !== undefined ? laterOf(since, step.dueKnownFrom) : since;
    return [{ item, step, dueAt: step.dueAt, provisional: step.provisional, ...(known ? { since: known } : {}) }];
  });
  const { dueAt, provisional } = item;
  if (dueAt !== undefined && !deadlines.some((deadline) => deadline.dueAt === dueAt)) {
    deadlines.push({ item, dueAt, provisional, ...(since ? { since } : {}) });
  }
  return deadlines;
}

/** Names a deadline among the firings of a rule. A date that is moved is another deadline. */
export const deadlineKey = ({ item, step, dueAt }: Deadline): string =>
  `${item.key}${step ? `/${step.key}` : ''}@${dueAt}`;

/** `《…》` or, for a step, `《…》的「…」` · `“…” of “…”` */
export function deadlineWords({ item, step }: Deadline, language: Language): string {
  const name = itemWords(item, language);
  if (!step) return name;
  const part = partWords(step, language);
  return sayIn(language, 'deadline.deadlineWords', { name, part });
}

/** The keys of what an occurrence is about. */
export const subjectOf = ({ item, step }: Deadline): { itemKey: string; stepKey?: string } =>
  step ? { itemKey: item.key, stepKey: step.key } : { itemKey: item.key };

import type { PlanItemFragment } from '@/gql/graphql';

/** The one thing a learner can do with an item now. */
export type NextAction =
  /** Open the course outside; the first time this is also recorded as the start. */
  | { do: 'open'; url: string; starts: boolean }
  | { do: 'start' }
  | { do: 'complete' }
  /** Hand in, or hand in again after it came back. `stepKey` is the step that this is. */
  | { do: 'submit'; again: boolean; stepKey?: string; wants: 'link' | 'text' | 'files' }
  | { do: 'nothing' };

type Item = Pick<PlanItemFragment, 'kind' | 'state' | 'deliverable' | 'link' | 'steps'>;

const NOTHING: NextAction = { do: 'nothing' };

/** Only web addresses are opened; anything else in a definition or submission stays text. */
export function webAddress(value: string | null | undefined): string | undefined {
  if (!value) return undefined;
  const trimmed = value.trim();
  if (/\s/.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return /^https?:$/.test(new URL(trimmed).protocol) ? trimmed : undefined;
}

/** The step that a submission now belongs to: the first that is not handed in, else (the work was returned) the last. */
export function presentStep(steps: Item['steps']): Item['steps'][number] | undefined {
  return steps.find((step) => !step.completedAt) ?? steps.at(-1);
}

const study = (item: Item): NextAction => {
  const url = webAddress(item.link);
  if (item.state === 'AVAILABLE') return url ? { do: 'open', url, starts: true } : { do: 'start' };
  return { do: 'complete' };
};

function wanted(deliverable: Item['deliverable']): 'link' | 'text' | 'files' {
  switch (deliverable) {
    case 'FILE':
      return 'files';
    case 'DOCUMENT':
    case 'LINK':
      return 'link';
    default:
      return 'text';
  }
}

const handIn = (item: Item): NextAction => {
  const step = presentStep(item.steps);
  return {
    do: 'submit',
    again: item.state === 'RETURNED',
    wants: wanted(item.deliverable),
    ...(step ? { stepKey: step.key } : {}),
  };
};

const mark = (): NextAction => ({ do: 'complete' });

const sit = (item: Item): NextAction => {
  const url = webAddress(item.link);
  if (url) return { do: 'open', url, starts: item.state === 'AVAILABLE' };
  return item.state === 'AVAILABLE' ? { do: 'start' } : NOTHING;
};

const BY_KIND: Record<Item['kind'], (item: Item) => NextAction> = {
  COURSE: study,
  TASK: handIn,
  ASSESSMENT: sit,
  APPROVAL: handIn,
  MEETING: mark,
  SURVEY: mark,
};

export function nextAction(item: Item): NextAction {
  const open = item.state === 'AVAILABLE' || item.state === 'STARTED' || item.state === 'RETURNED';
  return open ? BY_KIND[item.kind](item) : NOTHING;
}

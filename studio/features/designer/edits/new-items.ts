import type { Item, ItemKind, LocalizedText, Stage } from '@planwright/schema';

/** Words for new things, in every language of the studio; the texts come from the message files. */
export type NewTitle = LocalizedText;

const base = (kind: ItemKind, title: NewTitle) => ({
  key: kind.toLowerCase(),
  title: { ...title },
  requirement: 'REQUIRED' as const,
});

const assertNever = (kind: never): never => {
  throw new Error(`Unknown kind: ${String(kind)}`);
};

/** A new item that is valid from its first moment; its dates are its stage's until it gets its own. */
export function newItem(kind: ItemKind, title: NewTitle, question: LocalizedText): Item {
  switch (kind) {
    case 'COURSE':
      return { ...base(kind, title), kind, course: { done: 'MARKED' } };
    case 'TASK':
      return {
        ...base(kind, title),
        kind,
        task: {
          deliverable: 'DOCUMENT',
          review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' },
        },
      };
    case 'ASSESSMENT':
      return { ...base(kind, title), kind, assessment: { passMark: 60, attempts: 2 } };
    case 'APPROVAL':
      return { ...base(kind, title), kind, approval: { levels: [{ by: 'MENTOR', mode: 'ANY' }] } };
    case 'MEETING':
      return { ...base(kind, title), kind, meeting: { with: 'MENTOR', minutes: 60 } };
    case 'SURVEY':
      return {
        ...base(kind, title),
        kind,
        survey: { respondents: 'TEAM', questions: [{ key: 'overall', text: { ...question }, scale: 5 }] },
      };
    default:
      return assertNever(kind);
  }
}

export const newStage = (title: NewTitle): Stage => ({ key: 'stage', title: { ...title }, items: [] });

import type { ComponentType, ReactNode } from 'react';

/**
 * What a part that pages share may look like, beside how it usually looks. Language, theme and width are not here: every story is
 * looked at in both languages, in light and dark, wide and on a phone.
 */
export const STATES = ['empty', 'loading', 'error', 'readOnly', 'stale', 'long'] as const;
export type State = (typeof STATES)[number];

/** One picture of a part. It may use hooks, such as `useSample`. */
export type Story = () => ReactNode;

/** Each state with its story, or with the reason why the part is never in it. */
export type States = Record<State, Story | string>;

type Part = ComponentType<never> | { $$typeof: symbol };

/** The default export of a file of stories: `export default { … } satisfies Stories`, after the stories themselves. */
export interface Stories {
  /** Place in the list, such as `ui/Button`. */
  title: string;
  component: Part;
  /** Parts that are shown by the same stories. */
  subcomponents?: Record<string, Part>;
  states: States;
}

/** For parts that are told what to show: whoever owns them reads, waits, fails and grows old. */
export const TOLD = {
  empty: 'its owner shows an Empty in its place',
  loading: 'its owner shows a Skeleton in its place',
  error: 'it reads nothing; its owner shows a FailureNote',
  readOnly: 'nothing in it can be changed',
  stale: 'it reads nothing; its owner says since when it is out of date',
} as const satisfies Partial<States>;

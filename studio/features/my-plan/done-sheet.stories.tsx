import type { PlanItemFragment } from '@/gql/graphql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { DoneSheet } from './done-sheet';

const noop = () => undefined;

const course = (title: string, minutes: number | null): PlanItemFragment => ({
  key: 'course',
  kind: 'COURSE',
  title,
  description: null,
  deliverable: null,
  link: null,
  minutes,
  requirement: 'REQUIRED',
  state: 'AVAILABLE',
  outcome: null,
  overdue: false,
  provisional: false,
  opensAt: null,
  dueAt: null,
  completedAt: null,
  onTime: null,
  score: null,
  attempt: 1,
  awaiting: null,
  stageKey: 'stage',
  stageTitle: title,
  lockedBecause: [],
  steps: [],
});

export const WithPlannedTime: Story = () => (
  <DoneSheet item={course(useSample().title, 90)} onClose={noop} onDone={noop} />
);
export const Untouched: Story = () => <DoneSheet item={course(useSample().title, null)} onClose={noop} onDone={noop} />;
export const Long: Story = () => <DoneSheet item={course(useSample().longTitle, 1440)} onClose={noop} onDone={noop} />;

export default {
  title: 'my-plan/DoneSheet',
  component: DoneSheet,
  states: {
    ...TOLD,
    empty: Untouched,
    error: 'what is typed wrong is said by its Field',
    readOnly: 'what is done is not asked about again',
    long: Long,
  },
} satisfies Stories;

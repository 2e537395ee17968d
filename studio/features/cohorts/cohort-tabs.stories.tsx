import { type Stories, type Story, TOLD } from '@/workbench/story';
import { SignedIn } from '@/workbench/surroundings';
import { CohortTabs } from './cohort-tabs';

export const ForHR: Story = () => <CohortTabs cohortId="cohort" current="surveys" />;

/** Others see the board of a cohort and nothing beside it. */
export const ForMentors: Story = () => (
  <SignedIn roles={['MENTOR']}>
    <CohortTabs cohortId="cohort" current="board" />
  </SignedIn>
);

export default {
  title: 'cohorts/CohortTabs',
  component: CohortTabs,
  states: { ...TOLD, empty: ForMentors, long: 'its words are ours' },
} satisfies Stories;

import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Skeleton, SkeletonRows } from './skeleton';

export const Blocks: Story = () => (
  <OnPage>
    <Skeleton width={180} height={20} />
    <Skeleton />
    <Skeleton width="60%" />
  </OnPage>
);

export const Rows: Story = () => (
  <OnPage>
    <SkeletonRows count={5} label={useSample().title} />
    <SkeletonRows count={2} height={72} label={useSample().title} />
  </OnPage>
);

export default {
  title: 'ui/Skeleton',
  component: Skeleton,
  subcomponents: { SkeletonRows },
  states: { ...TOLD, loading: Rows, long: 'it has no words' },
} satisfies Stories;

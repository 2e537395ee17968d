import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { ProblemSign } from './problem-sign';

export const Counts: Story = () => (
  <OnPage>
    <Row>
      <ProblemSign errors={1} warnings={0} />
      <ProblemSign errors={0} warnings={1} />
      <ProblemSign errors={2} warnings={12} />
      <ProblemSign errors={0} warnings={0} />
    </Row>
  </OnPage>
);

export default {
  title: 'designer/ProblemSign',
  component: ProblemSign,
  states: { ...TOLD, empty: 'without problems there is no sign', long: 'its words are in the tooltip' },
} satisfies Stories;

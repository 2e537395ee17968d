import type { IntegrationHealth } from '@/gql/graphql';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { HealthSign } from './health-sign';

const EVERY: readonly IntegrationHealth[] = ['HEALTHY', 'FAILING', 'OPEN_CIRCUIT', 'UNKNOWN'];

export const Every: Story = () => (
  <OnPage>
    {EVERY.map((health) => (
      <Row key={health}>
        <HealthSign health={health} />
      </Row>
    ))}
  </OnPage>
);

export default {
  title: 'integrations/HealthSign',
  component: HealthSign,
  states: { ...TOLD, empty: 'an integration has always some health', long: 'its words are ours; every one is shown' },
} satisfies Stories;

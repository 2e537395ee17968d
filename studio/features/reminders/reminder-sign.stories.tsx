import type { ReminderState } from '@/gql/graphql';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { ReminderSign } from './reminder-sign';

const EVERY: readonly ReminderState[] = [
  'PLANNED',
  'QUEUED',
  'SENDING',
  'SENT',
  'DELIVERED',
  'UNKNOWN',
  'SUPPRESSED',
  'EXPIRED',
  'FAILED',
];

export const Every: Story = () => (
  <OnPage>
    {EVERY.map((state) => (
      <Row key={state}>
        <ReminderSign state={state} />
      </Row>
    ))}
    <Row>
      <ReminderSign state="SENT" sink />
    </Row>
  </OnPage>
);

export default {
  title: 'reminders/ReminderSign',
  component: ReminderSign,
  states: { ...TOLD, empty: 'a message has always some state', long: 'its words are ours; every one is shown' },
} satisfies Stories;

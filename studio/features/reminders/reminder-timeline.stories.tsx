import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage } from '@/workbench/surroundings';
import { ReminderTimeline } from './reminder-timeline';

const STATES = ['PLANNED', 'DELIVERED', 'UNKNOWN', 'SUPPRESSED', 'EXPIRED', 'FAILED'] as const;

const messages = (title: string, text: string, name: string): Answer => ({
  data: {
    reminders: STATES.map((state, at) => ({
      id: `reminder-${at}`,
      ruleKey: 'before-due',
      itemKey: null,
      stepKey: null,
      title,
      text: `**${title}**\n\n${text}`,
      why: text,
      reason: state === 'SUPPRESSED' || state === 'FAILED' ? text : null,
      channel: at % 2 === 0 ? 'smtp' : 'inbox',
      recipient: 'LEARNER',
      state,
      dueAt: state === 'PLANNED' ? '2026-03-16T01:00:00.000Z' : '2026-03-09T01:00:00.000Z',
      deferredTo: state === 'PLANNED' ? '2026-03-17T01:00:00.000Z' : null,
      sentAt: state === 'DELIVERED' ? '2026-03-09T01:00:00.000Z' : null,
      provisional: state === 'PLANNED',
      to: { id: 'person-1', name },
    })),
  },
});

function Timeline({ by, mayCancel = true }: { by: Answer; mayCancel?: boolean }) {
  return (
    <Answered by={{ EnrolmentReminders: by }}>
      <OnPage>
        <ReminderTimeline
          enrolmentId="enrolment"
          zone="Asia/Shanghai"
          mayCancel={mayCancel}
          titleOf={() => undefined}
        />
      </OnPage>
    </Answered>
  );
}

export const Messages: Story = () => {
  const { title, text, person } = useSample();
  return <Timeline by={messages(title, text, person)} />;
};

export const Empty: Story = () => <Timeline by={{ data: { reminders: [] } }} />;
export const Loading: Story = () => <Timeline by="waits" />;
export const Failing: Story = () => <Timeline by="offline" />;

export const ReadOnly: Story = () => {
  const { title, text, person } = useSample();
  return <Timeline by={messages(title, text, person)} mayCancel={false} />;
};

export const Long: Story = () => {
  const { longTitle, longText, longPerson } = useSample();
  return <Timeline by={messages(longTitle, longText, longPerson)} />;
};

export default {
  title: 'reminders/ReminderTimeline',
  component: ReminderTimeline,
  states: { ...TOLD, empty: Empty, loading: Loading, error: Failing, readOnly: ReadOnly, long: Long },
} satisfies Stories;

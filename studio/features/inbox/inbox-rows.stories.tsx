import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage } from '@/workbench/surroundings';
import { InboxRows } from './inbox-rows';

const DAYS = ['2026-03-12T01:00:00.000Z', '2026-03-12T00:40:00.000Z', '2026-03-10T01:00:00.000Z'];

const inbox = (title: string, text: string): Answer => ({
  data: {
    inbox: {
      unread: 1,
      pageInfo: { hasNextPage: true, endCursor: 'next' },
      edges: DAYS.map((at, index) => ({
        node: {
          id: `message-${index}`,
          title,
          markdown: `${text}\n\n- **${title}**`,
          link: '/my-plan',
          at,
          readAt: index === 0 ? null : at,
        },
      })),
    },
  },
});

const nothing: Answer = {
  data: { inbox: { unread: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] } },
};
const noop = () => undefined;

function Rows({ by, unreadOnly = false }: { by: Answer; unreadOnly?: boolean }) {
  return (
    <Answered by={{ InboxPage: by }}>
      <OnPage width={720}>
        <InboxRows
          unreadOnly={unreadOnly}
          after={undefined}
          round={0}
          last
          onUnread={undefined}
          onRead={noop}
          onMore={noop}
        />
      </OnPage>
    </Answered>
  );
}

export const Messages: Story = () => {
  const { title, text } = useSample();
  return <Rows by={inbox(title, text)} />;
};

export const Empty: Story = () => <Rows by={nothing} />;
export const AllRead: Story = () => <Rows by={nothing} unreadOnly />;
export const Loading: Story = () => <Rows by="waits" />;
export const Failing: Story = () => <Rows by="offline" />;

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return <Rows by={inbox(longTitle, longText)} />;
};

export default {
  title: 'inbox/InboxRows',
  component: InboxRows,
  states: { ...TOLD, empty: Empty, loading: Loading, error: Failing, long: Long },
} satisfies Stories;

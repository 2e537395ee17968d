import type { ReactNode } from 'react';
import { SandboxBar } from '@/features/sandbox/sandbox-bar';
import { Workspaces } from '@/features/sandbox/workspaces';
import { PageBar, PageBody } from '@/features/ui/page';
import type { Role } from '@/gql/graphql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { NOW, OnPage, SignedIn } from '@/workbench/surroundings';
import { Account } from './account';
import { Frame } from './frame';
import { FrameSkeleton } from './frame-skeleton';
import { LeaveDialog } from './leave-dialog';

const ALL: Role[] = ['ADMIN', 'HR', 'DESIGNER', 'MENTOR', 'LEARNER'];

const workspaces = (name: string): Answer => ({
  data: {
    workspaces: [
      { id: 'workspace-1', name, kind: 'LIVE', now: NOW, timeZone: 'Asia/Shanghai' },
      { id: 'workspace-2', name, kind: 'SANDBOX', now: '2026-05-04T01:00:00.000Z', timeZone: 'Asia/Shanghai' },
    ],
  },
});

function Around({
  roles = ALL,
  name,
  unread = 3,
  isSandbox = false,
  list,
  children,
}: {
  roles?: Role[];
  name?: string;
  unread?: number;
  isSandbox?: boolean;
  list?: Answer;
  children: ReactNode;
}) {
  const { person } = useSample();
  const said = name ?? person;
  return (
    <SignedIn roles={roles} name={said} workspace={said} isSandbox={isSandbox}>
      <Answered
        by={{
          WorkspaceList: list ?? workspaces(said),
          UnreadMessages: { data: { inbox: { unread } } },
          InboxChanged: { data: { inboxChanged: unread } },
          WaitingReviews: { data: { reviewQueue: { edges: [{ node: { id: 'submission' } }] } } },
          ReviewQueueChanged: 'waits',
        }}
      >
        {children}
      </Answered>
    </SignedIn>
  );
}

function Page() {
  const { title, text } = useSample();
  return (
    <>
      <PageBar title={title} />
      <PageBody>{text}</PageBody>
    </>
  );
}

export const ForHR: Story = () => (
  <Around unread={120}>
    <Frame>
      <Page />
    </Frame>
  </Around>
);

export const ForLearners: Story = () => (
  <Around roles={['LEARNER']} unread={0}>
    <Frame>
      <Page />
    </Frame>
  </Around>
);

export const InSandbox: Story = () => (
  <Around isSandbox>
    <Frame>
      <Page />
    </Frame>
  </Around>
);

export const Loading: Story = () => <FrameSkeleton />;

export const Accounts: Story = () => (
  <Around>
    <OnPage width={320}>
      <Account onGo={() => undefined} />
    </OnPage>
  </Around>
);

export const Leaving: Story = () => <LeaveDialog count={2} busy={false} onClose={noop} onLeave={noop} />;

export const Long: Story = () => {
  const { longTitle } = useSample();
  return (
    <Around name={longTitle} isSandbox>
      <Frame>
        <OnPage width={320}>
          <Account onGo={() => undefined} />
        </OnPage>
      </Frame>
    </Around>
  );
};

const noop = () => undefined;

export default {
  title: 'frame/Frame',
  component: Frame,
  subcomponents: { Account, FrameSkeleton, LeaveDialog, SandboxBar, Workspaces },
  states: {
    ...TOLD,
    empty: ForLearners,
    loading: Loading,
    error: 'a page that cannot be read says so inside of it',
    long: Long,
  },
} satisfies Stories;

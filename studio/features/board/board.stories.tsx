import type { SocketState } from '@/features/api/client';
import { type Sample, useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage, SignedIn } from '@/workbench/surroundings';
import { BoardPage } from './board-page';
import { BoardRow } from './board-row';
import { BoardSkeleton } from './board-skeleton';
import { Figures } from './figures';
import { Filters } from './filters';
import { Grid } from './grid';
import { LiveSign } from './live-sign';

type Words = Pick<Sample, 'title' | 'person' | 'action'>;

const STAGES = 3;
const IN_STAGE = 5;
const STATES = ['d', 'u', 'o', '.', 'S', 'r', 's', 'x', 'e', '-'];

const columns = ({ title }: Words) =>
  Array.from({ length: STAGES * IN_STAGE }, (_, at) => ({
    itemKey: `item-${at}`,
    title,
    kind: 'COURSE',
    requirement: 'REQUIRED',
    stageKey: `stage-${Math.floor(at / IN_STAGE)}`,
    stageTitle: title,
    stageIndex: Math.floor(at / IN_STAGE),
    weeks: '1–4',
  }));

const rows = ({ person }: Words, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    enrolmentId: `enrolment-${at}`,
    personId: `person-${at}`,
    personName: person,
    departmentId: 'department',
    mentorId: at % 4 === 3 ? null : 'mentor',
    mentorName: at % 4 === 3 ? null : person,
    versionNumber: 2 + (at % 2),
    states: Array.from({ length: STAGES * IN_STAGE }, (__, item) => STATES[(at + item) % STATES.length]).join(''),
    completion: at / Math.max(1, count),
    overdue: at % 3,
    lastEventAt: at % 5 === 4 ? null : '2026-03-11T02:30:00.000Z',
  }));

const counters = (people: number) => ({
  people,
  finished: 2,
  completion: 0.42,
  doneCount: 63,
  doneOf: 150,
  onTime: 0.9,
  onTimeCount: 57,
  onTimeOf: 63,
  feedbackGiven: 0.8,
  feedbackInTime: 0.7,
  feedbackCount: 16,
  feedbackInTimeCount: 14,
  feedbackOf: 20,
  overdue: 11,
  overduePeople: 6,
  waiting: 4,
  nextFeedbackDueAt: '2026-03-12T07:30:00.000Z',
});

const live = (words: Words, count: number): Answer => ({
  data: {
    boardChanged: {
      kind: 'SNAPSHOT',
      cursor: '1',
      previousCursor: null,
      removed: [],
      board: { columns: columns(words) },
      rows: rows(words, count),
      counters: counters(count),
    },
  },
});

const cohort = ({ title, person }: Words, cancelled: number): Answer => ({
  data: {
    cohort: {
      id: 'cohort',
      name: title,
      startsOn: '2026-02-23',
      personCount: 15,
      weekNow: 3,
      weeks: 12,
      plan: { id: 'plan', key: 'retail-new-manager', title },
      versions: [{ id: 'version-2', number: 2 }],
      cancelled: Array.from({ length: cancelled }, (_, at) => ({
        id: `enrolment-${at + 100}`,
        person: { id: `person-${at + 100}`, name: person },
      })),
    },
    departments: [{ id: 'department', name: title }],
  },
});

const yesterday: Answer = {
  data: { board: { counters: { completion: 0.38, onTime: 0.92, feedbackGiven: 0.8, overdue: 9, people: 15 } } },
};

function Board({
  count = 15,
  words,
  board,
  page,
  socket = 'live',
}: {
  count?: number;
  words?: Words;
  board?: Answer;
  page?: Answer;
  socket?: SocketState;
}) {
  const sample = useSample();
  const said = words ?? sample;
  return (
    <Answered
      by={{ BoardPage: page ?? cohort(said, 2), BoardChanged: board ?? live(said, count), BoardBefore: yesterday }}
      socket={socket}
    >
      <BoardPage cohortId="cohort" />
    </Answered>
  );
}

export const Live: Story = () => <Board />;
export const NobodyYet: Story = () => <Board count={0} />;
export const Loading: Story = () => <Board board="waits" page="waits" />;
export const Failing: Story = () => <Board board="waits" page="offline" />;
/** The connection was lost with the board on the screen: what is there stays, and says how old it is. */
export const Reconnecting: Story = () => <Board socket="lost" />;

/** Mentors see a board and change nothing on it. */
export const ForMentors: Story = () => (
  <SignedIn roles={['MENTOR']}>
    <Board />
  </SignedIn>
);

export const Long: Story = () => {
  const { longTitle, longPerson, longAction } = useSample();
  return <Board words={{ title: longTitle, person: longPerson, action: longAction }} />;
};

export const Signs: Story = () => (
  <OnPage>
    <LiveSign liveness={{ kind: 'loading' }} />
    <LiveSign liveness={{ kind: 'live' }} />
    <LiveSign liveness={{ kind: 'reconnecting' }} />
    <LiveSign liveness={{ kind: 'stale', since: new Date('2026-03-12T02:02:00.000Z') }} />
  </OnPage>
);

export default {
  title: 'board/Board',
  component: BoardPage,
  subcomponents: { BoardRow, BoardSkeleton, Figures, Filters, Grid, LiveSign },
  states: {
    ...TOLD,
    empty: NobodyYet,
    loading: Loading,
    error: Failing,
    readOnly: ForMentors,
    stale: Reconnecting,
    long: Long,
  },
} satisfies Stories;

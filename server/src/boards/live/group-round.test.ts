import { beforeEach, describe, expect, test } from '@jest/globals';
import { emptyScope } from '../../database/scope.js';
import type { BoardRowData, VersionItems } from '../board-data.js';
import { noFigures } from '../figures/added-figures.js';
import { BoardGroup, type Member, type ReaderClass, type Stream } from './board-group.js';
import type { SubscriptionRequest } from './board-operation.js';
import type { BoardHead, BoardView } from './board-source.js';
import { framesOf, PATCH_PEOPLE, planRound, viewRequest } from './group-round.js';

const version = (id: string, keys: string): VersionItems => ({
  id,
  number: Number(id.slice(1)),
  items: [...keys].map((key) => ({
    key,
    title: { en: key },
    kind: 'COURSE',
    requirement: 'REQUIRED',
    stageKey: 'one',
    stageTitle: { en: 'One' },
    stageIndex: 0,
  })),
});
const V1 = version('v1', 'ab');
const V2 = version('v2', 'abc');

const row = (enrolmentId: string, versionId = 'v1'): BoardRowData => ({
  enrolmentId,
  personId: 'p',
  personName: 'P',
  departmentId: null,
  mentorId: null,
  mentorName: null,
  versionId,
  cells: 'oo',
  done: 0,
  needed: 2,
  overdue: 0,
  score: null,
  lastEventAt: null,
});
const figures = (people: number) => ({ ...noFigures(), people, nextFeedbackDueAt: null });

/** A board at a sequence whose patches name who changed, one a sequence from 1 on. */
function head(changed: readonly string[], more: Partial<BoardHead> = {}): BoardHead {
  return {
    epoch: 'e',
    seq: changed.length,
    figures: figures(4),
    oldestPatch: 1,
    patches: changed.map((enrolmentId, index) => ({ seq: index + 1, enrolmentId })),
    ...more,
  };
}
const view = (rows: BoardRowData[], versions: VersionItems[] = [], people = rows.length): BoardView => ({
  visible: true,
  rows,
  versions,
  figures: figures(people),
});

let group: BoardGroup;
const groupOf = (reach: 'all' | 'some') => {
  const reading: ReaderClass = {
    key: reach,
    language: 'en',
    scope: { ...emptyScope('w'), reach },
    workspace: {
      id: 'w',
      name: 'W',
      kind: 'LIVE',
      clockOffsetMs: 0,
      timeZone: 'Asia/Shanghai',
    } as ReaderClass['workspace'],
  };
  // Nothing here looks into the document.
  return new BoardGroup('key', 'board', reading, {} as SubscriptionRequest);
};
const member = (): Member => ({ group, boardId: 'board' }) as Member;

/** Everybody who is fresh has taken the snapshot of that place. */
function landed(seq: number): Stream {
  const stream: Stream = {
    epoch: 'e',
    columns: group.columns?.hash ?? '',
    cursor: seq,
    seen: seq,
    members: new Set(group.fresh),
  };
  group.fresh.clear();
  group.settle(stream);
  return stream;
}

/** A reader that has the board as it is at a sequence. */
function settled(rows: BoardRowData[], versions: VersionItems[], seq: number): Stream {
  group.join(member());
  framesOf(planRound(group, head(Array(seq).fill('x'))), view(rows, versions));
  return landed(seq);
}

beforeEach(() => {
  group = groupOf('all');
});

describe('a round of a group', () => {
  test('asks for everything for a new reader, and for nothing while nothing happens', () => {
    group.join(member());
    expect(viewRequest(planRound(group, head(['a'])))).toEqual({ boardId: 'board', rows: 'all', versions: true });
    framesOf(planRound(group, head(['a'])), view([row('a')], [V1]));
    landed(1);
    expect(viewRequest(planRound(group, head(['a'])))).toBeUndefined();
  });

  test('asks for the changed rows alone, each once, and for versions only where there are several', () => {
    settled([row('a'), row('b')], [V1], 1);
    expect(viewRequest(planRound(group, head(['x', 'a', 'b', 'a'])))).toEqual({
      boardId: 'board',
      rows: ['a', 'b'],
      versions: false,
    });
    group = groupOf('all');
    settled([row('a'), row('b', 'v2')], [V1, V2], 1);
    expect(viewRequest(planRound(group, head(['x', 'a'])))).toMatchObject({ rows: ['a'], versions: true });
  });

  test('patches from where each stream stands', () => {
    const early = settled([row('a')], [V1], 1);
    group.place(member(), { epoch: 'e', seq: 2, columns: group.columns?.hash ?? '' });
    const frames = framesOf(planRound(group, head(['x', 'b', 'a'])), view([row('a'), row('b')]));
    expect(
      frames.map(
        (frame) => frame.kind === 'PATCH' && [frame.previous, frame.rows.map(({ enrolmentId }) => enrolmentId)],
      ),
    ).toEqual([
      [1, ['b', 'a']],
      [2, ['a']],
    ]);
    expect(frames[0]?.kind === 'PATCH' && frames[0].stream).toBe(early);
  });

  test.each<[string, Partial<BoardHead>]>([
    ['the board was restored', { epoch: 'other' }],
    ['the board went back', { seq: 0, patches: [] }],
    ['patches were trimmed', { oldestPatch: 3 }],
    ['no patch is kept', { oldestPatch: undefined as never, patches: [] }],
  ])('starts over when %s', (_what, more) => {
    const stream = settled([row('a')], [V1], 1);
    const plan = planRound(group, head(['x', 'a', 'a'], more));
    expect(plan.patches).toEqual([]);
    expect(plan.fresh).toHaveLength(1);
    expect(group.streams).not.toContain(stream);
  });

  test('starts over when so much changed that the whole is the smaller message', () => {
    const many = Array.from({ length: PATCH_PEOPLE + 1 }, (_, n) => `e${n}`);
    settled([row('a')], [V1], 1);
    expect(planRound(group, head(['x', ...many], { figures: figures(10_000) })).fresh).toEqual([]);
    expect(planRound(group, head(['x', ...many], { figures: figures(many.length * 2) })).fresh).toHaveLength(1);
  });
});

describe('the frames of a group', () => {
  test('start over for a row whose version has no columns yet', () => {
    settled([row('a')], [V1], 1);
    expect(framesOf(planRound(group, head(['x', 'a'])), view([row('a', 'v2')]))).toEqual([]);
    expect(group.fresh.size).toBe(1);
  });

  test('start over when the last person has left a version that had columns of its own', () => {
    const wider = version('v1', 'abz');
    settled([row('a'), row('b', 'v2')], [wider, V2], 1);
    expect(framesOf(planRound(group, head(['x', 'a'])), view([row('a', 'v2')], [V2]))).toEqual([]);
    expect(group.fresh.size).toBe(1);
  });

  test('patch when the version that the last person has left had none', () => {
    settled([row('a'), row('b', 'v2')], [V1, V2], 1);
    const frames = framesOf(planRound(group, head(['x', 'a'])), view([row('a', 'v2')], [V2]));
    expect(frames.map(({ kind }) => kind)).toEqual(['PATCH']);
  });

  test('start over when the last person has left the board', () => {
    settled([row('a')], [V1], 1);
    expect(framesOf(planRound(group, head(['x', 'a'], { figures: figures(0) })), view([]))).toEqual([]);
    expect(group.fresh.size).toBe(1);
  });

  test('tell those who see everybody of all who left', () => {
    settled([row('a')], [V1], 1);
    const [frame] = framesOf(planRound(group, head(['x', 'never', 'a'])), view([row('a')]));
    expect(frame).toMatchObject({ kind: 'PATCH', removed: ['never'], rows: [{ enrolmentId: 'a' }] });
  });

  test('tell others only of people they were shown', () => {
    group = groupOf('some');
    settled([row('a'), row('b')], [V1], 1);
    const [frame] = framesOf(planRound(group, head(['x', 'hidden', 'b'])), view([], [], 1));
    expect(frame).toMatchObject({ kind: 'PATCH', removed: ['b'], rows: [] });
  });

  test('say nothing to others of people they never saw, and do not look again', () => {
    group = groupOf('some');
    const stream = settled([row('a')], [V1], 1);
    expect(framesOf(planRound(group, head(['x', 'hidden'])), view([], [], 1))).toEqual([]);
    expect([stream.cursor, stream.seen]).toEqual([1, 2]);
    expect(viewRequest(planRound(group, head(['x', 'hidden'])))).toBeUndefined();
    // What comes next goes on from the cursor that the reader holds.
    const [frame] = framesOf(planRound(group, head(['x', 'hidden', 'a'])), view([row('a')]));
    expect(frame).toMatchObject({ kind: 'PATCH', previous: 1, rows: [{ enrolmentId: 'a' }] });
  });

  test('start over for others who were shown something before this process knew of them', () => {
    group = groupOf('some');
    settled([row('a')], [V1], 3);
    group.place(member(), { epoch: 'e', seq: 2, columns: group.columns?.hash ?? '' });
    const frames = framesOf(planRound(group, head(['x', 'x', 'gone'])), view([], [], 1));
    expect(frames).toEqual([]);
    expect(group.fresh.size).toBe(1);
  });
});

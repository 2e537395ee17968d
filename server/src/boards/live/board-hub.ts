import { GraphQLError } from 'graphql';
import { notFound } from '../../access/graphql/index.js';
import { encodeCursor } from '../board-cursor.js';
import { NO_FIGURES } from '../figures/added-figures.js';
import { BoardGroup, type JoinRequest, type Member, type ReaderClass, type Stream } from './board-group.js';
import type { BoardHead, BoardSource, BoardView, ViewRequest } from './board-source.js';
import { Coalescer } from './coalescer.js';
import { type Frame, framesOf, planRound, type RoundPlan, viewRequest } from './group-round.js';
import type { Scheduler } from './scheduler.js';
import { type Executed, executeChange, type MaskError } from './shared-execution.js';

/** What a frame becomes for GraphQL: the root value of the execution. Made by `boardChange`. */
export type RenderChange = (
  group: BoardGroup,
  head: BoardHead,
  view: BoardView,
  frame: Frame,
  cursors: { cursor: string; previousCursor: string | null },
) => unknown;

export interface BoardHubOptions {
  source: BoardSource;
  scheduler: Scheduler;
  /** At most one frame a board in this many milliseconds. */
  windowMilliseconds: number;
  render: RenderChange;
  /** Context for an execution that several readers share; it throws `ViewerNeeded` when asked who reads. */
  sharedContext(reading: ReaderClass): unknown;
  mask: MaskError;
  /** Told once per failed round. */
  onError(error: unknown): void;
}

/** What a subscribed operation can do. */
export interface Membership {
  leave(): void;
  /** The socket has room again: a snapshot brings it up to date. */
  drained(): void;
  /** The reader may see more, less or other things than before. */
  changeClass(reading: ReaderClass): void;
}

/** Who gets what was executed, and where they stand afterwards. */
interface Holder {
  /** False for who is not to get it any more. */
  take(member: Member): boolean;
  /** Took nothing after all. */
  drop(member: Member): void;
  /** Exactly those who are to get it, at any time; absent where each has to be asked. */
  holds?: ReadonlySet<Member>;
}

const FAILURES_BEFORE_END = 5;

/** Counted for operators, and for the tests that allow one execution per group. */
export interface HubFigures {
  executions: number;
  /** Executions for a single reader because its document reads who asks. */
  unshared: number;
  rounds: number;
  delivered: number;
}

/**
 * Keeps readers of boards up to date: remembers per group of equal readers where they stand, and when a board moved reads
 * once, executes once, serialises once and hands the same bytes to everybody. Per reader it holds a place, never a queue.
 */
export class BoardHub {
  readonly figures: HubFigures = { executions: 0, unshared: 0, rounds: 0, delivered: 0 };
  readonly #options: BoardHubOptions;
  readonly #groups = new Map<string, BoardGroup>();
  readonly #boards = new Map<string, Set<BoardGroup>>();
  readonly #coalescer: Coalescer;

  constructor(options: BoardHubOptions) {
    this.#options = options;
    this.#coalescer = new Coalescer({
      scheduler: options.scheduler,
      windowMilliseconds: options.windowMilliseconds,
      run: (boardIds) => this.#round(boardIds),
    });
  }

  join(reading: ReaderClass, request: JoinRequest): Membership {
    let member: Member | undefined = this.#enter(reading, request);
    return {
      leave: () => {
        if (member) this.#leave(member);
        member = undefined;
      },
      drained: () => {
        if (!member?.group.lagging.delete(member)) return;
        member.group.fresh.add(member);
        this.#coalescer.mark(member.group.boardId);
      },
      changeClass: (next) => {
        if (!member || (member.group.reading.key === next.key && member.group.reading.language === next.language))
          return;
        this.#leave(member);
        member = this.#enter(next, { ...request, since: undefined });
      },
    };
  }

  /** Something happened to this board. Cheap; boards without readers are ignored. */
  markDirty(boardId: string): void {
    if (this.#boards.has(boardId)) this.#coalescer.mark(boardId);
  }

  readersOf(boardId: string): number {
    let readers = 0;
    for (const group of this.#boards.get(boardId) ?? []) readers += [...group.members()].length;
    return readers;
  }

  get boardIds(): string[] {
    return [...this.#boards.keys()];
  }

  /** The safety net: asks where all watched boards are, in one statement, and marks those that moved unheard. */
  async poll(): Promise<void> {
    if (this.#boards.size === 0) return;
    const positions = await this.#options.source.positions(this.boardIds);
    for (const [boardId, groups] of this.#boards) {
      const { epoch, seq } = positions.get(boardId) ?? NOWHERE;
      for (const group of groups) {
        if (!group.isBehind(epoch, seq)) continue;
        this.#coalescer.mark(boardId);
        break;
      }
    }
  }

  async close(): Promise<void> {
    await this.#coalescer.close();
    for (const group of this.#groups.values()) for (const member of group.members()) member.reader.end();
    this.#groups.clear();
    this.#boards.clear();
  }

  #enter(reading: ReaderClass, request: JoinRequest): Member {
    const key = [request.boardId, request.sharing, reading.language, reading.key].join('\n');
    let group = this.#groups.get(key);
    if (!group) {
      group = new BoardGroup(key, request.boardId, reading, request.request);
      this.#groups.set(key, group);
      const groups = this.#boards.get(request.boardId) ?? new Set();
      this.#boards.set(request.boardId, groups.add(group));
    }
    const member: Member = { ...request, group };
    group.join(member);
    this.#coalescer.mark(request.boardId);
    return member;
  }

  #leave(member: Member): void {
    const { group } = member;
    group.remove(member);
    if (!group.isEmpty || this.#groups.get(group.key) !== group) return;
    this.#groups.delete(group.key);
    const groups = this.#boards.get(group.boardId);
    groups?.delete(group);
    if (groups?.size !== 0) return;
    this.#boards.delete(group.boardId);
    this.#coalescer.forget(group.boardId);
  }

  async #round(boardIds: readonly string[]): Promise<void> {
    this.figures.rounds += 1;
    try {
      const plans = await this.#plan(boardIds);
      const views = await this.#views(plans);
      for (const plan of plans) await this.#serve(plan, views.get(plan.group.reading.key)?.get(plan.group.boardId));
    } catch (error) {
      // Nobody's place moved, so the next safety poll finds them behind and tries again.
      this.#options.onError(error);
    }
  }

  async #plan(boardIds: readonly string[]): Promise<RoundPlan[]> {
    const watched = boardIds.flatMap((boardId) => {
      const groups = this.#boards.get(boardId);
      return groups ? [{ boardId, groups }] : [];
    });
    const heads = await this.#options.source.heads(
      new Map(watched.map(({ boardId, groups }) => [boardId, earliest(groups)])),
    );
    return watched.flatMap(({ boardId, groups }) =>
      [...groups].map((group) => planRound(group, heads.get(boardId) ?? EMPTY_HEAD)),
    );
  }

  /** One read per class for all its boards: groups of a class differ in documents, not in what they may see. */
  async #views(plans: readonly RoundPlan[]): Promise<Map<string, Map<string, BoardView>>> {
    const wanted = new Map<string, { reading: ReaderClass; boards: Map<string, ViewRequest> }>();
    for (const plan of plans) {
      const request = viewRequest(plan);
      if (!request) continue;
      const { reading } = plan.group;
      const ofClass = wanted.get(reading.key) ?? { reading, boards: new Map<string, ViewRequest>() };
      wanted.set(reading.key, ofClass);
      ofClass.boards.set(request.boardId, united(ofClass.boards.get(request.boardId), request));
    }
    const views = new Map<string, Map<string, BoardView>>();
    for (const [key, { reading, boards }] of wanted) {
      views.set(key, await this.#options.source.views(reading.scope, [...boards.values()]));
    }
    return views;
  }

  async #serve(plan: RoundPlan, view: BoardView | undefined): Promise<void> {
    if (!view || !viewRequest(plan)) return;
    const { group, head } = plan;
    if (!view.visible) return this.#endAll(group, notFound(group.reading));
    for (const frame of framesOf(plan, view)) await this.#send(group, head, view, frame);
    if (group.fresh.size > 0 && group.failures === 0) this.#coalescer.mark(group.boardId);
  }

  async #send(group: BoardGroup, head: BoardHead, view: BoardView, frame: Frame): Promise<void> {
    const at = { epoch: head.epoch, columns: frame.columns.hash };
    const cursors = {
      cursor: encodeCursor({ ...at, seq: head.seq }),
      previousCursor: frame.kind === 'PATCH' ? encodeCursor({ ...at, seq: frame.previous }) : null,
    };
    const root = this.#options.render(group, head, view, frame, cursors);
    if (frame.kind === 'SNAPSHOT') {
      const landed: Stream = { ...at, cursor: head.seq, seen: head.seq, members: new Set() };
      await this.#execute(group, root, frame.members, {
        // False for who left, or changed its class, while this was executed.
        take: (member) => group.fresh.delete(member) && landed.members.add(member) !== undefined,
        drop: (member) => landed.members.delete(member),
      });
      if (landed.members.size > 0) group.settle(landed);
      return;
    }
    const { stream } = frame;
    const reached = await this.#execute(group, root, stream.members, {
      take: (member) => stream.members.has(member),
      drop: (member) => stream.members.delete(member),
      holds: stream.members,
    });
    if (!reached) return;
    Object.assign(stream, { cursor: head.seq, seen: head.seq });
    group.settle(stream);
  }

  /** Executes once for all members, or once for each where the document asks who reads. False = there is no data. */
  async #execute(group: BoardGroup, root: unknown, members: Iterable<Member>, holder: Holder): Promise<boolean> {
    const mask = (error: GraphQLError) => this.#options.mask(error, group.reading.language);
    const hand = (to: Iterable<Member>, executed: Executed): boolean => {
      if (executed.kind !== 'payload') return this.#failed(group, executed);
      group.failures = 0;
      // Nobody who has left is in the set itself; thousands need not be looked up in it.
      const mustAsk = to !== holder.holds;
      let delivered = 0;
      for (const member of to) {
        if (mustAsk && !holder.take(member)) continue;
        if (member.reader.deliver(executed.payload)) delivered += 1;
        else {
          holder.drop(member);
          group.lagging.add(member);
        }
      }
      this.figures.delivered += delivered;
      return true;
    };
    if (!group.unshareable) {
      this.figures.executions += 1;
      const context = this.#options.sharedContext(group.reading);
      const executed = await executeChange(group.request, root, context, mask);
      if (executed.kind !== 'unshareable') return hand(members, executed);
      group.unshareable = true;
    }
    let reached = true;
    for (const member of [...members]) {
      this.figures.unshared += 1;
      const context = await member.privateContext();
      reached = hand([member], await executeChange(group.request, root, context, mask)) && reached;
    }
    return reached;
  }

  /** Nobody's place moves; after some failures in a row everybody is told. */
  #failed(group: BoardGroup, executed: Exclude<Executed, { kind: 'payload' }>): false {
    group.failures += 1;
    if (group.failures >= FAILURES_BEFORE_END && executed.kind === 'failed') {
      this.#endAll(group, new GraphQLError(executed.error.message, { extensions: executed.error.extensions }));
    }
    return false;
  }

  #endAll(group: BoardGroup, error: GraphQLError): void {
    for (const member of [...group.members()]) {
      this.#leave(member);
      member.reader.end(error);
    }
  }
}

const NOWHERE = { epoch: 'new', seq: 0 };

/** A board that nobody is enrolled on yet: its first enrolment gives it an epoch, and so everybody a snapshot. */
const EMPTY_HEAD: BoardHead = {
  ...NOWHERE,
  patches: [],
  figures: NO_FIGURES,
};

function earliest(groups: Iterable<BoardGroup>): number | undefined {
  let seq: number | undefined;
  for (const group of groups) for (const stream of group.streams) seq = Math.min(seq ?? stream.seen, stream.seen);
  return seq;
}

function united(a: ViewRequest | undefined, b: ViewRequest): ViewRequest {
  if (!a) return b;
  const rows = a.rows === 'all' || b.rows === 'all' ? 'all' : [...new Set([...a.rows, ...b.rows])];
  return { boardId: a.boardId, rows, versions: a.versions || b.versions };
}

import type { Language } from '@planwright/schema/text';
import type { Scope } from '../../database/index.js';
import type { ViewerWorkspace } from '../../people/index.js';
import type { BoardColumns } from '../board-columns.js';
import type { BoardCursor } from '../board-cursor.js';
import type { SubscriptionRequest } from './board-operation.js';
import type { LiveReader } from './live-reader.js';

/** Who reads, as far as it changes what is read: equal classes with equal requests are one group. */
export interface ReaderClass {
  /** Equal exactly for classes that see the same. */
  key: string;
  scope: Scope;
  workspace: ViewerWorkspace;
  language: Language;
}

export interface JoinRequest {
  boardId: string;
  request: SubscriptionRequest;
  /** From `sharingKey`. */
  sharing: string;
  since?: BoardCursor | undefined;
  reader: LiveReader;
  /** Context of this very reader, for the document that cannot be shared. */
  privateContext(): Promise<unknown>;
}

export interface Member extends JoinRequest {
  group: BoardGroup;
}

/**
 * Members that stand at the same place: they got everything visible up to `cursor`, and nothing visible to them happened
 * up to `seen`.
 */
export interface Stream {
  epoch: string;
  columns: string;
  cursor: number;
  seen: number;
  members: Set<Member>;
}

/** Readers that are served by one execution. */
export class BoardGroup {
  /** Wait for a snapshot. */
  readonly fresh = new Set<Member>();
  /** Take nothing now; become fresh when they have drained. */
  readonly lagging = new Set<Member>();
  streams: Stream[] = [];
  /** Layout of the rows that members have; absent until the first read. */
  columns: BoardColumns | undefined;
  /**
   * Enrolments that a class without full reach has been shown, since sequence `knownFrom`: only of these may it hear that
   * they are gone. It only grows, so a reader that resumes from any later place is told too.
   */
  readonly known = new Set<string>();
  knownFrom: number | undefined;
  /** The document reads who asks: every member has an execution of its own. */
  unshareable = false;
  /** Executions in a row that gave no data. */
  failures = 0;

  constructor(
    readonly key: string,
    readonly boardId: string,
    readonly reading: ReaderClass,
    readonly request: SubscriptionRequest,
  ) {}

  get fullReach(): boolean {
    return this.reading.scope.reach === 'all';
  }

  join(member: Member): void {
    if (!member.since) this.fresh.add(member);
    else this.place(member, member.since);
  }

  /** Puts a member into the stream of its cursor, or opens one. */
  place(member: Member, at: BoardCursor): void {
    const same = this.streams.find(
      (stream) => stream.cursor === at.seq && stream.epoch === at.epoch && stream.columns === at.columns,
    );
    // A stream may have seen further than its cursor; a member that comes in from outside has to look from its cursor.
    if (same && same.seen === at.seq) same.members.add(member);
    else
      this.streams.push({
        epoch: at.epoch,
        columns: at.columns,
        cursor: at.seq,
        seen: at.seq,
        members: new Set([member]),
      });
  }

  remove(member: Member): void {
    this.fresh.delete(member);
    this.lagging.delete(member);
    for (const stream of this.streams) stream.members.delete(member);
    this.streams = this.streams.filter((stream) => stream.members.size > 0);
  }

  /** All members of a stream start over: what they hold cannot be patched. */
  startOver(stream: Stream): void {
    for (const member of stream.members) this.fresh.add(member);
    stream.members.clear();
    this.streams = this.streams.filter((other) => other !== stream);
  }

  /** Keeps a stream that has moved; streams that stand at the same place from now on are one. */
  settle(moved: Stream): void {
    const others = this.streams.filter((stream) => stream !== moved && stream.members.size > 0);
    const same = others.find(
      (stream) =>
        stream.cursor === moved.cursor &&
        stream.seen === moved.seen &&
        stream.epoch === moved.epoch &&
        stream.columns === moved.columns,
    );
    if (same) for (const member of moved.members) same.members.add(member);
    else if (moved.members.size > 0) others.push(moved);
    this.streams = others;
  }

  *members(): Iterable<Member> {
    yield* this.fresh;
    yield* this.lagging;
    for (const stream of this.streams) yield* stream.members;
  }

  get isEmpty(): boolean {
    return this.fresh.size === 0 && this.lagging.size === 0 && this.streams.length === 0;
  }

  /** Whether a board at this place has something for anybody here. */
  isBehind(epoch: string, seq: number): boolean {
    return this.fresh.size > 0 || this.streams.some((stream) => stream.seen !== seq || stream.epoch !== epoch);
  }
}

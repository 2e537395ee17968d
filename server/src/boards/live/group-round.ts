import { type BoardColumns, boardColumns } from '../board-columns.js';
import type { BoardRowData } from '../board-data.js';
import type { BoardGroup, Member, Stream } from './board-group.js';
import type { BoardHead, BoardView, ViewRequest } from './board-source.js';

/** Above this many changed people a snapshot may be the smaller message; a packed row is about 300 bytes, so about 64 KB. */
export const PATCH_PEOPLE = 200;

/** What a group needs from the database in this round; pure bookkeeping, decided before anything is read. */
export interface RoundPlan {
  group: BoardGroup;
  head: BoardHead;
  fresh: Member[];
  patches: { stream: Stream; changed: string[] }[];
}

/** Something to execute once and send to `members`. */
export type Frame =
  | { kind: 'SNAPSHOT'; columns: BoardColumns; rows: BoardRowData[]; members: Member[] }
  | {
      kind: 'PATCH';
      columns: BoardColumns;
      rows: BoardRowData[];
      removed: string[];
      /** Cursor that the members hold now. */
      previous: number;
      stream: Stream;
    };

/**
 * Decides who of a group gets what: who waits for a snapshot, and which streams have changes to look at. Streams that
 * cannot be patched (the history was cut, the board went back, too much changed) start over.
 */
export function planRound(group: BoardGroup, head: BoardHead): RoundPlan {
  const patches: RoundPlan['patches'] = [];
  for (const stream of [...group.streams]) {
    const cut = stream.seen < head.seq && (head.oldestPatch === undefined || head.oldestPatch > stream.seen + 1);
    if (stream.epoch !== head.epoch || stream.seen > head.seq || cut) {
      group.startOver(stream);
      continue;
    }
    const changed = [
      ...new Set(head.patches.filter(({ seq }) => seq > stream.seen).map(({ enrolmentId }) => enrolmentId)),
    ];
    if (changed.length > PATCH_PEOPLE && changed.length * 2 >= head.figures.people) group.startOver(stream);
    else if (changed.length > 0 || group.columns?.hash !== stream.columns) patches.push({ stream, changed });
  }
  return { group, head, fresh: [...group.fresh], patches };
}

/** Undefined when the group has nothing to read. */
export function viewRequest(plan: RoundPlan): ViewRequest | undefined {
  const boardId = plan.group.boardId;
  if (plan.fresh.length > 0) return { boardId, rows: 'all', versions: true };
  if (plan.patches.length === 0) return undefined;
  const rows = [...new Set(plan.patches.flatMap(({ changed }) => changed))];
  // Where people are on several versions, this change may have taken the last person off a version, and its columns with them.
  const versions = plan.group.columns === undefined || plan.group.columns.versionNumbers.size > 1;
  return { boardId, rows, versions };
}

/**
 * The frames of a group from what was read. Members that turn out to need a snapshot that was not read stay in
 * `group.fresh`: the caller runs another round.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one decision for each member: snapshot, patch or nothing
export function framesOf(plan: RoundPlan, view: BoardView): Frame[] {
  const { group, head } = plan;
  const frames: Frame[] = [];
  const everythingRead = plan.fresh.length > 0;
  if (everythingRead || group.columns === undefined || view.versions.length > 0) {
    const columns = boardColumns(view.versions);
    if (group.columns?.hash !== columns.hash) {
      for (const stream of [...group.streams]) if (stream.columns !== columns.hash) group.startOver(stream);
    }
    group.columns = columns;
  }
  const { columns } = group;

  if (everythingRead) {
    group.knownFrom ??= head.seq;
    for (const row of view.rows) group.known.add(row.enrolmentId);
    // Streams that start over because of what was just read are served from it too.
    frames.push({ kind: 'SNAPSHOT', columns, rows: view.rows, members: [...group.fresh] });
  }

  const people = (group.fullReach ? head.figures : view.figures)?.people ?? 0;
  const visible = new Map(view.rows.map((row) => [row.enrolmentId, row]));
  for (const { stream, changed } of plan.patches) {
    if (!group.streams.includes(stream)) continue;
    const rows = changed.flatMap((id) => visible.get(id) ?? []);
    const hidden = changed.filter((id) => !visible.has(id));
    const unknownLayout =
      stream.columns !== columns.hash || rows.some(({ versionId }) => !columns.versionNumbers.has(versionId));
    const unknownPast =
      !group.fullReach && hidden.length > 0 && (group.knownFrom === undefined || stream.cursor < group.knownFrom);
    // A board without people shows the columns of the newest version, whatever those who left were on.
    const emptied = people === 0 && hidden.length > 0;
    if (unknownLayout || unknownPast || emptied) {
      group.startOver(stream);
      continue;
    }
    for (const row of rows) group.known.add(row.enrolmentId);
    const removed = group.fullReach ? hidden : hidden.filter((id) => group.known.has(id));
    if (rows.length === 0 && removed.length === 0) stream.seen = head.seq;
    else frames.push({ kind: 'PATCH', columns, rows, removed, previous: stream.cursor, stream });
  }
  return frames;
}

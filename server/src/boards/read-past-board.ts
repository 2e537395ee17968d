import { type Evaluation, evaluate, packRow } from '@planwright/schema/engine';
import { columnsOf } from '@planwright/schema/figures';
import type { Instant } from '@planwright/schema/time';
import { type DefinitionCache, workspaceEnvironment } from '../plans/index.js';
import { readEvents, versionsNamed } from '../progress/index.js';
import { boardColumns } from './board-columns.js';
import { encodeCursor, PAST_EPOCH } from './board-cursor.js';
import type { BoardRowData } from './board-data.js';
import { type BoardShape, wholeBoard } from './board-shape.js';
import { addPerson, type BoardFigures, noFigures } from './figures/added-figures.js';
import type { BoardReading } from './read-board.js';
import { visibleCohorts } from './statements/read-cohorts.js';
import { type BoardPerson, readNames, readPeople } from './statements/read-people.js';
import { newestVersionAt } from './statements/read-versions.js';

/**
 * The board as it was at `asOf`: the fold over what had been recorded by then. Calendar years count as they are published
 * now, since dates that were given then are in the events themselves.
 */
export async function readPastBoard(
  reading: BoardReading & { definitions: DefinitionCache; workspaceId: string },
  boardId: string,
  asOf: Instant,
): Promise<BoardShape | undefined> {
  return reading.database.read(reading.scope, async (tx) => {
    if (!(await visibleCohorts(tx, [boardId])).has(boardId)) return undefined;
    const people = await readPeople(tx, boardId);
    const stored = await readEvents(
      tx,
      people.map(({ enrolmentId }) => enrolmentId),
      asOf,
    );
    const events = new Map([...stored].map(([id, of]) => [id, of.map(({ event }) => event)]));
    const environment = await workspaceEnvironment(tx, reading.workspaceId, asOf);
    const definitions = await reading.definitions.load(tx, [...events.values()].flatMap(versionsNamed));
    const past = people.flatMap((person) => {
      const recorded = events.get(person.enrolmentId) ?? [];
      if (recorded.length === 0) return [];
      const evaluation = evaluate(definitions, recorded, environment);
      return evaluation.status === 'CANCELLED'
        ? []
        : [{ person, evaluation, lastEventAt: recorded.at(-1)?.recordedAt ?? null }];
    });
    const names = await readNames(tx, [...new Set(past.flatMap(({ evaluation }) => evaluation.mentorId ?? []))]);
    const versionIds = past.map(({ evaluation }) => evaluation.versionId);
    const versions = await reading.versions.load(
      tx,
      past.length > 0 ? versionIds : await newestVersionAt(tx, boardId, asOf),
    );
    const columns = boardColumns(versions);
    return wholeBoard(
      boardId,
      encodeCursor({ epoch: PAST_EPOCH, seq: 0, columns: columns.hash }),
      columns,
      past.map(({ person, evaluation, lastEventAt }) => pastRow(person, evaluation, lastEventAt, names)),
      pastFigures(past.map(({ evaluation }) => evaluation)),
      reading.language,
    );
  });
}

function pastRow(
  person: BoardPerson,
  evaluation: Evaluation,
  lastEventAt: Instant | null,
  names: ReadonlyMap<string, string>,
): BoardRowData {
  const mentorId = evaluation.mentorId ?? null;
  return {
    ...person,
    mentorId,
    mentorName: mentorId === null ? null : (names.get(mentorId) ?? null),
    versionId: evaluation.versionId,
    cells: packRow(
      evaluation,
      evaluation.items.map(({ key }) => key),
    ),
    done: evaluation.progress.completion.count,
    needed: evaluation.progress.completion.of,
    overdue: evaluation.progress.overdue,
    score: evaluation.progress.score ?? null,
    lastEventAt,
  };
}

function pastFigures(evaluations: readonly Evaluation[]): BoardFigures {
  const sum = noFigures();
  const deadlines: Instant[] = [];
  for (const evaluation of evaluations) {
    addPerson(sum, { ...columnsOf(evaluation.progress), status: evaluation.status }, 1);
    for (const { waiting, feedbackDueAt } of evaluation.submissions) {
      if (waiting && feedbackDueAt) deadlines.push(feedbackDueAt);
    }
  }
  return { ...sum, nextFeedbackDueAt: deadlines.sort()[0] ?? null };
}

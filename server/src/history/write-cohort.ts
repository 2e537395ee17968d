import type { PlanDefinition } from '@planwright/schema/definition';
import type { Environment, VersionId } from '@planwright/schema/engine';
import { patchBoards } from '../boards/index.js';
import type { Tx } from '../database/index.js';
import {
  addChanges,
  type EnrolmentChange,
  type EventToStore,
  figuresOf,
  insertEvents,
  type LockedEnrolment,
  noChanges,
  onBoard,
  type Projection,
  projectEvaluation,
  scoresWanted,
  type WantedScore,
  wantScores,
  writeProjections,
} from '../progress/index.js';
import { beSilentAbout } from '../reminders/index.js';
import type { LivedThrough } from './live-through.js';

/** Keys of events that answer a row begin so; the digest of the row follows. */
export const DIGEST_PREFIX = 'history:';

/** Writes what people of one cohort have lived through: batch by batch, each statement for all of them. */
export class CohortWriter {
  #events: EventToStore[] = [];
  #rows = noChanges();
  #silent: string[] = [];
  #wanted: WantedScore[] = [];
  readonly #changes: EnrolmentChange[] = [];
  readonly #writing: Promise<unknown>[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly workspaceId: string,
    private readonly environment: Environment,
  ) {}

  add(
    row: LockedEnrolment,
    definitions: Record<VersionId, PlanDefinition>,
    { events, added, evaluation }: LivedThrough,
    before: Projection | null,
  ): void {
    const { id: enrolmentId, workspaceId, cohortId } = row;
    for (const { event, digest } of added) {
      const idempotency =
        digest === undefined ? {} : { idempotency: { key: DIGEST_PREFIX + digest, requestHash: digest } };
      this.#events.push({ enrolmentId, event, ...idempotency });
    }
    const definition = definitions[evaluation.versionId];
    const subjects = definition
      ? scoresWanted(
          definition,
          added.map(({ event }) => event),
        )
      : [];
    this.#wanted.push(...subjects.map((subject) => ({ enrolmentId, subject })));
    this.#silent.push(enrolmentId);
    const after = projectEvaluation(row, evaluation, events);
    if (!addChanges(this.#rows, before, after)) return;
    this.#changes.push({
      workspaceId,
      cohortId,
      enrolmentId,
      before: onBoard(before ? figuresOf(before.state) : null),
      after: onBoard(figuresOf(after.state)),
      cellsChanged: true,
    });
  }

  /** Sends what was added so far; `end` waits for it. */
  flush(): void {
    const { tx, workspaceId } = this;
    this.#send(insertEvents(tx, workspaceId, this.#events));
    this.#send(writeProjections(tx, workspaceId, this.#rows));
    this.#send(wantScores(tx, workspaceId, this.#wanted));
    this.#send(beSilentAbout(tx, workspaceId, this.#silent, this.environment.now));
    this.#events = [];
    this.#rows = noChanges();
    this.#wanted = [];
    this.#silent = [];
  }

  async end(): Promise<void> {
    this.flush();
    await Promise.all(this.#writing);
    await patchBoards(this.tx, this.#changes);
  }

  /** A failure is told at the end, where all are waited for. */
  #send(writing: Promise<unknown>): void {
    writing.catch(() => undefined);
    this.#writing.push(writing);
  }
}

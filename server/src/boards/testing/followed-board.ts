import { expect } from '@jest/globals';
import type { Client } from 'graphql-ws';
import type { TestPerson } from '../../testing/fixture.js';
import type { TestServer } from '../../testing/test-server.js';
import { COUNTER_FIELDS } from '../figures/board-counters.js';
import { liveClient, until, type Watching, watch } from './board-reader.js';

const COLUMNS = 'columns { itemKey stageKey title kind requirement }';
const ROW =
  'enrolmentId personId personName departmentId mentorId mentorName versionNumber states completion overdue score lastEventAt';
const COUNTERS = COUNTER_FIELDS.map(({ name }) => name).join(' ');

const QUERY = `query ($cohortId: ID!, $asOf: DateTime) {
  board(cohortId: $cohortId, asOf: $asOf) { ${COLUMNS} rows { ${ROW} } counters { ${COUNTERS} } } }`;
const STREAM = `subscription ($cohortId: ID!, $since: String) { boardChanged(cohortId: $cohortId, since: $since) {
  kind cursor previousCursor removed board { ${COLUMNS} } rows { ${ROW} } counters { ${COUNTERS} } } }`;

export interface Row {
  enrolmentId: string;
  personName: string;
  mentorName: string | null;
  versionNumber: number;
  states: string;
  completion: number;
  overdue: number;
}

/** A board with every field that a reader can ask for, except the reader's own standing. */
export interface WholeBoard {
  columns: { itemKey: string }[];
  rows: Row[];
  counters: Record<string, number | string | null>;
}

interface WholeChange {
  kind: 'SNAPSHOT' | 'PATCH';
  cursor: string;
  previousCursor: string | null;
  removed: string[];
  board: Pick<WholeBoard, 'columns'> | null;
  rows: Row[];
  counters: WholeBoard['counters'];
}

/** The board as the server answers this reader now, or as of an earlier time; null where they may not see it. */
export async function askBoard(
  server: TestServer,
  cohortId: string,
  as: TestPerson,
  asOf?: string,
): Promise<WholeBoard | null> {
  const answer = await server.execute(QUERY, { cohortId, asOf }, { as });
  expect(answer.errors).toBeUndefined();
  return answer.data.board;
}

/** A live board as the contract tells a client to keep it, with all its fields. */
export class FollowedBoard {
  readonly changes: WholeChange[] = [];
  readonly #rows = new Map<string, Row>();
  #board: Pick<WholeBoard, 'columns' | 'counters'> | undefined;
  #cursor: string | undefined;

  private constructor(
    private readonly server: TestServer,
    private readonly cohortId: string,
    readonly reader: TestPerson,
    private readonly client: Client,
    private readonly watching: () => Watching<unknown>,
  ) {}

  static async open(server: TestServer, cohortId: string, reader: TestPerson): Promise<FollowedBoard> {
    const client = liveClient(server.wsUrl, { token: await server.token(reader), language: 'en' });
    const followed: FollowedBoard = new FollowedBoard(server, cohortId, reader, client, () => watching);
    const watching = watch<{ boardChanged: WholeChange }>(client, STREAM, { cohortId }, ({ boardChanged }) =>
      followed.#apply(boardChanged),
    );
    await until(() => followed.changes.length > 0 || watching.error !== undefined, `${reader.name} has the board`);
    expect(watching.error).toBeUndefined();
    return followed;
  }

  #apply(change: WholeChange): void {
    this.changes.push(change);
    if (change.kind === 'SNAPSHOT') {
      expect(change.previousCursor).toBeNull();
      this.#rows.clear();
    } else expect(change.previousCursor).toBe(this.#cursor);
    for (const row of change.rows) this.#rows.set(row.enrolmentId, row);
    for (const id of change.removed) expect(this.#rows.delete(id)).toBe(true);
    this.#cursor = change.cursor;
    const columns = change.board?.columns ?? this.#board?.columns ?? [];
    this.#board = { columns, counters: change.counters };
  }

  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** What is on the reader's screen. */
  get shown(): WholeBoard | undefined {
    return this.#board && { ...this.#board, rows: byEnrolment([...this.#rows.values()]) };
  }

  /** Waits until the screen shows what the server answers this reader now; answers that board. */
  async catchUp(what: string): Promise<WholeBoard> {
    const asked = await askBoard(this.server, this.cohortId, this.reader);
    if (!asked) throw new Error(`${this.reader.name} does not see the board after ${what}`);
    const truth = { ...asked, rows: byEnrolment(asked.rows) };
    const text = canonical(truth);
    await until(
      () => canonical(this.shown) === text || this.watching().results.some(({ errors }) => errors),
      `${this.reader.name} sees what ${what} changed`,
    ).catch(() => undefined);
    // Says what is different where waiting was in vain.
    expect({ reader: this.reader.name, what, board: this.shown }).toEqual({
      reader: this.reader.name,
      what,
      board: truth,
    });
    return truth;
  }

  /** Waits until a snapshot has come after `after` changes. */
  async startedOver(after: number): Promise<void> {
    await until(
      () => this.changes.slice(after).some(({ kind }) => kind === 'SNAPSHOT'),
      `${this.reader.name} is given the whole board again`,
    );
  }

  /** The stream ends: with the refusal that is answered for a board one may not see. */
  async ended(): Promise<unknown> {
    await until(() => this.watching().error !== undefined, `the stream of ${this.reader.name} ends`);
    return this.watching().error;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

/** In an order that two readings have in common. */
export function byEnrolment(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.enrolmentId < b.enrolmentId ? -1 : 1));
}

/** Fields come in the order of the documents, which differ. */
function canonical(board: WholeBoard | undefined): string {
  return JSON.stringify(board && [board.columns, board.rows, board.counters]);
}

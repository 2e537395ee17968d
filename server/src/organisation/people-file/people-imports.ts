import type { Text } from '@planwright/schema/words';
import type { Logger } from 'pino';
import { type Clock, plusMs, Ticker } from '../../clock/index.js';
import type { Database, WritingTx } from '../../database/index.js';
import { FAULTS, readTable, type Table } from '../../tables/index.js';
import { tellLeft } from '../leaving/leaving.resolver.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { lockOrganisation } from '../people/lock-organisation.js';
import { type PeopleColumns, peopleColumns } from './columns.js';
import { say } from './generated/messages.js';
import { importAct } from './import-act.js';
import {
  failImport,
  finishImport,
  keepContent,
  keepPreview,
  nextImportAt,
  noteProgress,
  type Preview,
  readSource,
  releaseImport,
  sweepImports,
  type TakenImport,
  takeImport,
} from './import-record.js';
import { askingPreview, decideOver, previewOf } from './preview-import.js';
import { Outdated, writeImport } from './write-import.js';

export interface PeopleImportDeps extends OrganisationDeps {
  database: Database;
  clock: Clock;
  log: Logger;
}

/** Why an import cannot go on, for people. */
class CannotImport extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
  ) {
    super(code);
  }
}

/** Somebody else has the import by now. */
class LostLease extends Error {
  constructor() {
    super('another worker has taken the import over');
  }
}

/** People in one file; beyond it a file is split. */
export const MOST_ROWS = 10_000;
const MOST_ATTEMPTS = 3;
const AGAIN_MS = 5000;

/** Reads files of people, and writes those that somebody has agreed to: beside requests, one after the other on each server. */
export class PeopleImports {
  readonly #ticker: Ticker;

  constructor(private readonly deps: PeopleImportDeps) {
    this.#ticker = new Ticker({
      clock: deps.clock,
      work: { nextDueAt: () => deps.database.look(nextImportAt), doDue: () => this.#next() },
      onError: (error) => deps.log.error({ err: error }, 'imports of people stand still; it is tried again'),
    });
  }

  start(): void {
    this.#ticker.start();
  }

  /** There may be an import to read or to write. Ends when none is left. */
  wake(): Promise<void> {
    return this.#ticker.wake();
  }

  stop(): Promise<void> {
    return this.#ticker.stop();
  }

  async #next(): Promise<number> {
    const { database, clock, log } = this.deps;
    const taken = await database.work((tx) => takeImport(tx, crypto.randomUUID(), clock.real()));
    if (!taken) return database.work((tx) => sweepImports(tx, clock.real()));
    try {
      if (taken.state === 'READING') await this.#read(taken);
      else await this.#write(taken);
    } catch (error) {
      await this.#giveUp(taken, error, log);
    }
    return 1;
  }

  /** What is wrong with the file is told; what is wrong with us is tried again a few times. */
  async #giveUp(taken: TakenImport, error: unknown, log: Logger): Promise<void> {
    const { database, clock } = this.deps;
    if (error instanceof LostLease) return;
    if (error instanceof CannotImport) {
      const { code, text } = error;
      await database.work((tx) => failImport(tx, taken, { code, text }, clock.real()));
      return;
    }
    log.error({ err: error, import: taken.id, attempt: taken.attempts }, 'an import of people failed');
    await database.work((tx) =>
      taken.attempts < MOST_ATTEMPTS
        ? releaseImport(tx, taken, plusMs(clock.real(), AGAIN_MS))
        : failImport(tx, taken, { code: 'INTERNAL', text: say('broken') }, clock.real()),
    );
  }

  async #read(taken: TakenImport): Promise<void> {
    const { database, clock } = this.deps;
    const { table, columns } = await this.#tableOf(taken);
    await database.work((tx) => noteProgress(tx, taken, { read: belowHead(table, columns), written: 0 }, clock.real()));
    await database.work(async (tx) => {
      const preview =
        columns.questions.length > 0 ? askingPreview(table, columns) : await this.#previewIn(tx, taken, table, columns);
      if (!(await keepPreview(tx, taken, preview, false))) throw new LostLease();
    });
  }

  async #previewIn(tx: WritingTx, taken: TakenImport, table: Table, columns: PeopleColumns): Promise<Preview> {
    const act = await importAct(tx, taken, this.deps);
    if (!act) throw new CannotImport('FORBIDDEN', say('notForYou'));
    return previewOf(await decideOver(act, taken, table, columns), taken, table, columns);
  }

  async #write(taken: TakenImport): Promise<void> {
    const { database, clock } = this.deps;
    const { table, columns } = await this.#tableOf(taken);
    try {
      const left = await database.work(async (tx) => {
        // From here on nobody else changes people, so what is decided is what is written.
        await lockOrganisation(tx, taken.workspaceId);
        const act = await importAct(tx, taken, this.deps);
        if (!act) throw new CannotImport('FORBIDDEN', say('notForYou'));
        const decision = await decideOver(act, taken, table, columns);
        if (decision.hash !== taken.previewHash) throw new Outdated();
        const leavers = await writeImport(act, taken, decision);
        if (!(await finishImport(tx, taken, clock.real()))) throw new LostLease();
        return leavers;
      });
      if (left) await tellLeft(this.deps, left);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      await database.work(async (tx) => {
        const preview = await this.#previewIn(tx, taken, table, columns);
        if (!(await keepPreview(tx, taken, preview, true))) throw new LostLease();
      });
    }
  }

  /** No transaction waits for a file. */
  async #tableOf(taken: TakenImport): Promise<{ table: Table; columns: PeopleColumns }> {
    const { database } = this.deps;
    const source = await database.look((tx) => readSource(tx, taken.id));
    if (!source) throw new LostLease();
    let table = source.content;
    if (!table) {
      const read = await readTable(source.file ?? new Uint8Array());
      if ('fault' in read) throw new CannotImport(read.fault, FAULTS[read.fault]);
      table = read.table;
      await database.work((tx) => keepContent(tx, taken, read.table));
    }
    const columns = peopleColumns(table, source.columns);
    if (!columns) throw new CannotImport('NO_COLUMNS', say('noColumns'));
    const rows = belowHead(table, columns);
    if (rows === 0) throw new CannotImport('EMPTY', say('noRows'));
    if (rows > MOST_ROWS) throw new CannotImport('TOO_MANY_ROWS', say('tooManyRows', { rows, most: MOST_ROWS }));
    return { table, columns };
  }
}

const belowHead = (table: Table, { head }: PeopleColumns): number => table.rows.length - head - 1;

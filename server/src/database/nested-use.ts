import { AsyncLocalStorage } from 'node:async_hooks';
import type { CommandTx } from './sql.js';
import type { Opening } from './transaction.js';

/** A transaction in whose work we are. */
interface Surrounding {
  tx: CommandTx;
  opening: Opening;
  over: boolean;
  /** It was opened as a viewer and writes as the worker by now: its policies are off. */
  worker: boolean;
}

const surroundings = new AsyncLocalStorage<Surrounding>();

/** The person a transaction is opened as, and whether it may write. */
const keyOf = ({ readOnly, variables }: Opening): string => JSON.stringify([readOnly, variables ?? null]);

/** Thrown where code that holds a connection asks for a second one: when all do so at once, all wait for ever. */
export class NestedDatabaseUse extends Error {
  override name = 'NestedDatabaseUse';
}

/**
 * Whoever holds a connection never waits for another: within a transaction, the same reader joins it, and anybody else is
 * refused. What was started inside a transaction but outlives it stands outside again.
 */
export function surroundingTransaction(opening: Opening): CommandTx | undefined {
  const outer = surroundings.getStore();
  if (outer === undefined || outer.over) return undefined;
  if (!outer.worker && keyOf(outer.opening) === keyOf(opening)) return outer.tx;
  throw new NestedDatabaseUse('a transaction was asked for inside another one that has other rights: hand its `tx` on');
}

export const standsInside = (): boolean => surroundings.getStore()?.over === false;

/** Refuses what needs a connection of its own. */
export function mustStandOutside(what: string): void {
  const outer = surroundings.getStore();
  if (outer !== undefined && !outer.over)
    throw new NestedDatabaseUse(`${what} was asked for inside a transaction: do it before or after`);
}

/** Runs `work` so that what it calls knows of its transaction. */
export async function surrounded<T>(opening: Opening, tx: CommandTx, work: (tx: CommandTx) => Promise<T>): Promise<T> {
  const here: Surrounding = { tx, opening, over: false, worker: false };
  const told: CommandTx = {
    get em() {
      return tx.em;
    },
    rows: (statement, parameters) => tx.rows(statement, parameters),
    row: (statement, parameters) => tx.row(statement, parameters),
    becomeWorker: () => {
      here.worker = true;
      return tx.becomeWorker();
    },
    lastly: (send) => tx.lastly(send),
  };
  here.tx = told;
  try {
    return await surroundings.run(here, () => work(told));
  } finally {
    here.over = true;
  }
}

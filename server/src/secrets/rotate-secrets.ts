import type { Database, Statement } from '../database/index.js';
import type { Keyring, Keys } from './keyring.js';
import { seal, unseal } from './seal.js';

/** One ciphertext as it lies in its table. */
export interface SealedRow {
  id: string;
  /** What it was sealed for: the same that opens it. */
  place: string;
  /** For people, where its key is lost: “password of integration …”. */
  called: string;
  keyId: string;
  sealed: Buffer;
}

/** A table that holds ciphertexts. Each room that seals something declares its own. */
export interface SealedTable<Row extends object = object> {
  /** What another key than $1 has sealed, locked. */
  old: Statement<Row>;
  /** $1 the row, $2 the key, $3 the new ciphertext. */
  sealAgain: Statement<object>;
  of(row: Row): SealedRow;
}

/** A table whose rows only its own room knows the shape of. */
export type SealedRows = (visit: <Row extends object>(table: SealedTable<Row>) => Promise<void>) => Promise<void>;

export const sealedTable =
  <Row extends object>(table: SealedTable<Row>): SealedRows =>
  (visit) =>
    visit(table);

interface Rotated {
  /** Secrets that were encrypted again. */
  changed: number;
  /** The key that sealed them is not known. They stay as they are. */
  lost: { called: string; keyId: string }[];
}

/**
 * Seals everything with a fresh key (or the first of the environment's) and forgets the old one when nothing needs it any
 * more. May be run while servers work with keys of the environment; with a key file, servers are started again afterwards.
 */
export async function rotateSecrets(
  database: Database,
  keyring: Keyring,
  tables: readonly SealedRows[],
): Promise<Rotated> {
  const keys = await keyring.renew();
  const report: Rotated = { changed: 0, lost: [] };
  for (const rows of tables) await rows((table) => rotateTable(database, keys, table, report));
  if (report.lost.length === 0) await keyring.forgetOld();
  return report;
}

async function rotateTable<Row extends object>(
  database: Database,
  keys: Keys,
  { old, sealAgain, of }: SealedTable<Row>,
  report: Rotated,
): Promise<void> {
  await database.work(async (tx) => {
    for (const found of await tx.rows(old, [keys[0]?.id ?? ''])) {
      const row = of(found);
      if (!keys.some((key) => key.id === row.keyId)) {
        report.lost.push({ called: row.called, keyId: row.keyId });
        continue;
      }
      const fresh = seal(keys, row.place, unseal(keys, row.place, row));
      await tx.rows(sealAgain, [row.id, fresh.keyId, fresh.sealed]);
      report.changed += 1;
    }
  });
}

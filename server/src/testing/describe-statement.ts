import type { Client } from 'pg';

/** A column of what a statement answers. */
export interface DescribedColumn {
  name: string;
  /** Its type's oid. */
  type: number;
  /** The table and the column of it that it comes from, unchanged; 0 where it is computed. */
  table: number;
  column: number;
}

interface FieldDescription {
  name: string;
  tableID: number;
  columnID: number;
  dataTypeID: number;
}

/** The parts of the driver's connection that parse and describe a statement without running it. */
interface Wire {
  parse(statement: { name: string; text: string; types: [] }): void;
  describe(what: { type: 'S'; name: string }): void;
  sync(): void;
}

/** What PostgreSQL says about a statement: prepared, described, never run. Rejects with its own error where it refuses it. */
export function describeStatement(client: Client, text: string): Promise<DescribedColumn[]> {
  return new Promise((resolve, reject) => {
    let columns: DescribedColumn[] = [];
    const submittable = {
      submit(connection: Wire) {
        connection.parse({ name: '', text, types: [] });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription({ fields }: { fields: FieldDescription[] }) {
        columns = fields.map(({ name, dataTypeID, tableID, columnID }) => ({
          name,
          type: dataTypeID,
          table: tableID,
          column: columnID,
        }));
      },
      // The driver lets go of a query with its error: nothing else is told to it.
      handleError: reject,
      handleReadyForQuery: () => resolve(columns),
    };
    client.query(submittable as unknown as Parameters<Client['query']>[0]);
  });
}

import { readBytes } from './read-bytes.ts';
import type { ReadTable, TableLimits } from './table.ts';

export const tableTasks = {
  readTable: ({ bytes, limits }: { bytes: Uint8Array; limits: TableLimits }): ReadTable =>
    readBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits),
};

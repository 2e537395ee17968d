import { readText } from './read-text.ts';
import { type ReadTable, type TableFault, type TableLimits, Unreadable } from './table.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/** Reads a file by what is in it, whatever it is called. Runs in the worker; never throws for what a file may hold. */
export function readBytes(bytes: Buffer, limits: TableLimits): ReadTable {
  try {
    if (bytes.length > limits.bytes) return { fault: 'TOO_LARGE' };
    const fault = foreignKind(bytes);
    if (fault) return { fault };
    const table = startsWith(bytes, 'PK') ? readWorkbook(bytes, limits) : readText(bytes, limits);
    return table.rows.length === 0 ? { fault: 'EMPTY' } : { table };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault };
    throw error;
  }
}

const startsWith = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).toString('latin1') === text;

/** Files that are often sent as tables and are none that can be read: people are told what they are. */
function foreignKind(bytes: Buffer): TableFault | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    // A workbook with a password is kept in the same kind of container as the old format.
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'ENCRYPTED' : 'OLD_EXCEL';
  // Excel 2 to 4 wrote their records without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'OLD_EXCEL';
  if (startsWith(bytes, '%PDF')) return 'PDF';
  const start = bytes.subarray(0, 2000).toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (start.startsWith('<?xml') || start.startsWith('<workbook'))
    return start.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'XML_SPREADSHEET' : 'NOT_A_TABLE';
  if (/^<(!doctype html|html|table|meta|head|body)/.test(start)) return 'HTML';
  return undefined;
}

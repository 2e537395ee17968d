import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';

/** Beyond this a spreadsheet is no list of measurements, whatever its zip says. */
const UNPACKED_BYTES = 50_000_000;

/** Cells of the first sheet as text, dates as 2026-03-02; null = it cannot be read. Commas, semicolons and tabs are found out. */
export function readCsv(text: string): string[][] | null {
  const [head = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(head, mark) > count(head, best) ? mark : best), ',');
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return null;
  }
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

export async function readXlsx(base64: string): Promise<string[][] | null> {
  const bytes = Buffer.from(base64, 'base64');
  try {
    let unpacked = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > UNPACKED_BYTES) return null;
    const sheets: unknown = await readXlsxFile(bytes);
    return rowsOf(sheets).map((row) => row.map(cellText));
  } catch {
    return null;
  }
}

/** The reader answers its sheets, each with its rows. */
function rowsOf(sheets: unknown): unknown[][] {
  if (!Array.isArray(sheets)) return [];
  const [first] = sheets as unknown[];
  if (Array.isArray(first)) return sheets as unknown[][];
  const data = typeof first === 'object' && first !== null && 'data' in first ? first.data : [];
  return Array.isArray(data) ? (data as unknown[][]) : [];
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

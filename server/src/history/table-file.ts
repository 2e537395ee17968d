import { existsSync } from 'node:fs';
import path from 'node:path';

/** The table of a folder as it is called there: as text, compressed or not, or as a workbook; undefined when there is none. */
export const tableFile = (folder: string, name: string): string | undefined =>
  [`${name}.csv`, `${name}.csv.gz`, `${name}.xlsx`].find((file) => existsSync(path.join(folder, file)));

import { writeCsv } from '../../tables/index.js';
import type { ReportSection } from './report-sections.js';

/** All sections below each other, each line led by the section's name. */
export function csvFile(sections: readonly ReportSection[]): Buffer {
  const rows = sections.flatMap(({ title, header, rows: own }) => [header, ...own].map((row) => [title, ...row]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Buffer.from(writeCsv(rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)])));
}

import type { Request, Response } from 'express';
import type { Clock } from '../../clock/clock.js';
import type { Database } from '../../database/database.js';
import type { PdfPrinter } from './print-pdf.js';
import { type ExportFormat, findReportFile } from './report-files.js';

const TYPES: Record<ExportFormat, string> = {
  PDF: 'application/pdf',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
  JSON: 'application/json; charset=utf-8',
  BUNDLE: 'application/zip',
};
const GONE =
  'This link does not work any more. Make the file again from the report.\n链接已失效。请回到报告重新导出。\n';

/** Answers `/reports/files/<token>/<name>`: the link alone is the right to the file, so nothing may keep or pass it on. */
export const serveReportFile =
  ({ database, clock, printPdf }: { database: Database; clock: Clock; printPdf: PdfPrinter | undefined }) =>
  async (request: Request, response: Response): Promise<void> => {
    response.set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const file = await database.work((tx) => findReportFile(tx, String(request.params.token), clock.real()));
    if (!file || (file.format === 'PDF' && !printPdf)) {
      response.status(404).type('text/plain').send(GONE);
      return;
    }
    const body = file.format === 'PDF' && printPdf ? await printPdf(file.content.toString('utf8')) : file.content;
    response.attachment(file.name).type(TYPES[file.format]).send(body);
  };

import type { Request, Response } from 'express';
import type { Clock } from '../../clock/index.js';
import type { Database } from '../../database/index.js';
import { say } from '../generated/messages.js';
import type { PdfPrinter } from './print-pdf.js';
import { type ExportFormat, findReportFile } from './report-files.js';

const TYPES: Record<ExportFormat, string> = {
  PDF: 'application/pdf',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
  JSON: 'application/json; charset=utf-8',
  BUNDLE: 'application/zip',
};
// Whoever opens a stranger's link speaks a language that is not known: English first, as in an HTTP answer.
const GONE = `${Object.values(say('linkOver')).toReversed().join('\n')}\n`;

/** Answers `/reports/files/<token>/<name>` to the session that made the file, as long as it is open: a link that is passed on opens nothing. */
export const serveReportFile =
  ({
    database,
    clock,
    printPdf,
    sessionOf,
  }: {
    database: Database;
    clock: Clock;
    printPdf: PdfPrinter | undefined;
    /** The open session whose credential the request carries. */
    sessionOf: (request: Request) => Promise<string | undefined>;
  }) =>
  async (request: Request, response: Response): Promise<void> => {
    response.set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const sessionId = await sessionOf(request);
    const asked = { token: String(request.params.token), now: clock.real() };
    const file = sessionId && (await database.look((tx) => findReportFile(tx, { ...asked, sessionId })));
    if (!file || (file.format === 'PDF' && !printPdf)) {
      response.status(404).type('text/plain').send(GONE);
      return;
    }
    const body = file.format === 'PDF' && printPdf ? await printPdf(file.content.toString('utf8')) : file.content;
    response.attachment(file.name).type(TYPES[file.format]).send(body);
  };

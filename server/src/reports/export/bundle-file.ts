import { createHmac, randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { PersonRow } from '../../outcomes/person-row.js';
import { restsOnOneAnswer } from '../../outcomes/single-answers.js';
import type { HeadlineNumber } from '../report-manifest.js';
import { csvRows } from './csv-file.js';
import { jsonFile } from './json-file.js';
import { manifestOf } from './manifest-of.js';
import { PYTHON_SCRIPT, R_SCRIPT } from './recompute-scripts.js';
import type { Cell, ReportFileContent } from './report-sections.js';

const SHARES = ['completion', 'onTime', 'feedbackGiven', 'feedbackInTime'] as const;

/**
 * Everything with which somebody outside can compute the headline figures again: a row a person under a name that only this
 * bundle uses, the figures, and scripts that end with 1 where one differs.
 */
export function bundleFile(content: ReportFileContent, rows: readonly PersonRow[], secret = randomBytes(32)): Buffer {
  // What cannot be computed from what is handed out is no figure to check.
  const numbers = ((content.record.manifest.numbers ?? []) as HeadlineNumber[]).filter(
    ({ key }) => !restsOnOneAnswer(metricOf(key) ?? ''),
  );
  const nameless = {
    ...content,
    mentors: false,
    findings: content.findings.filter(({ mentorId }) => mentorId === null),
  };
  return Buffer.from(
    zipSync({
      'report.json': new Uint8Array(jsonFile(nameless)),
      'manifest.json': strToU8(`${JSON.stringify(manifestOf(content.record), null, 2)}\n`),
      'people.csv': strToU8(csvRows(peopleTable(rows, numbers, secret), false)),
      'numbers.csv': strToU8(csvRows([['key', 'value'], ...numbers.map(({ key, value }) => [key, value])], false)),
      'recompute.R': strToU8(R_SCRIPT),
      'recompute.py': strToU8(PYTHON_SCRIPT),
      'README.txt': strToU8(README),
    }),
  );
}

/** The metric whose change a headline figure is about. */
const metricOf = (key: string): string | undefined => /^change\.(.+)\.[^.]+$/.exec(key)?.[1];

/** No names, dates, departments or mentors: nothing but what the figures need. Ordered by the pseudonym. */
function peopleTable(rows: readonly PersonRow[], numbers: readonly HeadlineNumber[], secret: Buffer): Cell[][] {
  const metrics = numbers.flatMap(({ key }) => (key.endsWith('.estimate') ? (metricOf(key) ?? []) : []));
  const header = [
    'person',
    ...SHARES.flatMap((key) => [`${key}.count`, `${key}.of`]),
    ...metrics.flatMap((key) => [`${key}.before`, `${key}.after`]),
  ];
  const people = rows
    .filter(({ status }) => status !== 'CANCELLED')
    .map(({ personId, process, baseline, outcome }): Cell[] => [
      createHmac('sha256', secret).update(personId).digest('hex').slice(0, 12),
      ...SHARES.flatMap((key) => [process[key].count, process[key].of]),
      ...metrics.flatMap((key) => [baseline[key] ?? null, outcome[key]?.value ?? null]),
    ]);
  return [header, ...people.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))];
}

const README = `people.csv     one row a person, under a name that is used in this bundle alone
numbers.csv    the headline figures of the report
manifest.json  versions with hashes, seed, exclusions, and what was read
report.json    the report as it was made

Rscript recompute.R        computes the figures again from people.csv (base R)
python3 recompute.py       the same (Python 3.8 or later, no packages)
Ratings by superiors are left out: each is a single answer to a survey, and nobody gets to read one.
Both end with 1 and name the figure when one differs by more than 1e-9 of its size.
`;

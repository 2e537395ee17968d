import { createHmac, randomBytes } from 'node:crypto';
import { SHARE_NAMES } from '@planwright/schema/figures';
import { type Language, textIn } from '@planwright/schema/text';
import { strToU8, zipSync } from 'fflate';
import { type PersonRow, restsOnOneAnswer } from '../../outcomes/person-rows/index.js';
import { writeCsv } from '../../tables/index.js';
import type { RatingLine } from '../analysis/report-data.js';
import type { HeadlineNumber } from '../report-manifest.js';
import { experimentFiles, type OpenedExperiment, tellsNobodysAnswer } from './experiment-tables.js';
import { jsonFile } from './json-file.js';
import { manifestOf } from './manifest-of.js';
import { PYTHON_SCRIPT, R_SCRIPT } from './recompute-scripts.js';
import type { Cell, ReportFileContent } from './report-sections.js';

export interface BundleOptions {
  /** The cohort's experiment, once its results are opened. */
  opened?: OpenedExperiment | undefined;
  /** It has one whose results are not opened yet. */
  isLocked?: boolean;
  secret?: Buffer;
}

/**
 * Everything with which somebody outside can compute the headline figures again: a row a person under a name that only this
 * bundle uses, the figures, and scripts that end with 1 where one differs.
 */
export function bundleFile(
  content: ReportFileContent,
  rows: readonly PersonRow[],
  { opened, isLocked, secret = randomBytes(32) }: BundleOptions = {},
): Buffer {
  // What cannot be computed from what is handed out is no figure to check. How many items somebody has tells their version, and
  // that their arm: until the results of an experiment are opened there are totals alone.
  const numbers = ((content.record.manifest.numbers ?? []) as HeadlineNumber[]).filter(
    ({ key }) => !restsOnOneAnswer(metricOf(key) ?? '') && !(isLocked && isShareInterval(key)),
  );
  const ratings = content.record.body.ratings ?? [];
  const named = (key: Buffer) => (id: string) => createHmac('sha256', key).update(id).digest('hex').slice(0, 12);
  const pseudonym = named(secret);
  // Ratings by superiors join no other row of somebody: what else is known of them would tell who they are.
  const apart = opened && restsOnOneAnswer(opened.data.metric.key) ? named(randomBytes(32)) : pseudonym;
  const nameless = {
    ...content,
    mentors: false,
    findings: content.findings.filter(({ mentorId }) => mentorId === null),
  };
  return Buffer.from(
    zipSync({
      'report.json': new Uint8Array(jsonFile(nameless)),
      'manifest.json': strToU8(`${JSON.stringify(manifestOf(content.record), null, 2)}\n`),
      'people.csv': strToU8(writeCsv(peopleTable(rows, numbers, pseudonym), false)),
      'shares.csv': strToU8(writeCsv(sharesTable(rows, isLocked === true), false)),
      ...(ratings.length === 0
        ? {}
        : { 'ratings.csv': strToU8(writeCsv(ratingsTable(ratings, content.language), false)) }),
      ...(opened && tellsNobodysAnswer(opened.data)
        ? Object.fromEntries(
            Object.entries(experimentFiles(opened, apart)).map(([name, text]) => [name, strToU8(text)]),
          )
        : {}),
      'numbers.csv': strToU8(writeCsv([['key', 'value'], ...numbers.map(({ key, value }) => [key, value])], false)),
      'recompute.R': strToU8(R_SCRIPT),
      'recompute.py': strToU8(PYTHON_SCRIPT),
      'README.txt': strToU8(README),
    }),
  );
}

/** The metric whose change a headline figure is about. */
const metricOf = (key: string): string | undefined => /^change\.(.+)\.[^.]+$/.exec(key)?.[1];

const isShareInterval = (key: string): boolean =>
  SHARE_NAMES.some((share) => key === `${share}.low` || key === `${share}.high`);

const counted = (rows: readonly PersonRow[]): PersonRow[] => rows.filter(({ status }) => status !== 'CANCELLED');

/** No names, dates, departments or mentors, and nothing of the plan's course: what changed, ordered by the pseudonym. */
function peopleTable(
  rows: readonly PersonRow[],
  numbers: readonly HeadlineNumber[],
  pseudonym: (id: string) => string,
): Cell[][] {
  const metrics = numbers.flatMap(({ key }) => (key.endsWith('.estimate') ? (metricOf(key) ?? []) : []));
  const people = counted(rows).map(({ personId, baseline, outcome }): Cell[] => [
    pseudonym(personId),
    ...metrics.flatMap((key) => [baseline[key] ?? null, outcome[key]?.value ?? null]),
  ]);
  return [
    ['person', ...metrics.flatMap((key) => [`${key}.before`, `${key}.after`])],
    ...people.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ];
}

/** Counts and what they are counted of, a row a person in an order that tells nobody; or their totals. */
function sharesTable(rows: readonly PersonRow[], onlyTotals: boolean): Cell[][] {
  const people = counted(rows).map(({ process }) =>
    SHARE_NAMES.flatMap((key) => [process[key].count, process[key].of]),
  );
  const totals = people.reduce(
    (sum, row) => sum.map((value, i) => value + (row[i] ?? 0)),
    SHARE_NAMES.flatMap(() => [0, 0]),
  );
  const order = (a: number[], b: number[]) => a.map((value, i) => value - (b[i] ?? 0)).find((left) => left !== 0) ?? 0;
  return [SHARE_NAMES.flatMap((key) => [`${key}.count`, `${key}.of`]), ...(onlyTotals ? [totals] : people.sort(order))];
}

/** Totals of each statement: nobody's answer is told. */
const ratingsTable = (ratings: readonly RatingLine[], language: Language): Cell[][] => [
  ['rating', 'respondents', 'closed', 'statement', 'scale', 'mean', 'count', 'of', 'low', 'high'],
  ...ratings.map(({ respondents, closesOn, text, scale, mean, agree }, index): Cell[] => [
    index + 1,
    respondents,
    closesOn,
    textIn(text, language),
    scale,
    mean,
    agree.count,
    agree.of,
    agree.low,
    agree.high,
  ]),
];

const README = `people.csv     one row a person, under a name that is used in this bundle alone: before and after
shares.csv     what each did of what was due, in no order of people (totals alone while an experiment is locked)
ratings.csv    what surveys said: how many agree with each statement, of how many answers
experiment.csv everybody who was drawn, in their arm; only once the results of an experiment are opened
verdicts.csv   what the experiment said, and experiment-settings.csv what was registered for it
numbers.csv    the headline figures of the report
manifest.json  versions with hashes, seed, exclusions, and what was read
report.json    the report as it was made

Rscript recompute.R        computes the figures again from people.csv (base R)
python3 recompute.py       the same (Python 3.8 or later, no packages)
Rscript verdict.R          computes the verdict of the experiment again from experiment.csv
python3 verdict.py         the same
Ratings by superiors are left out of people.csv: each is a single answer to a survey, and nobody gets to read one. An experiment
on them has its experiment.csv under names that join nothing else, where five superiors or more stand behind every cluster.
Intervals of superiors and teams in ratings.csv take into account whose answers belong together; totals do not tell them.
They end with 1 and name the figure when one differs by more than 1e-9 of its size (of the verdict: 1e-6).
`;

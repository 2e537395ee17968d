import { type Language, textIn } from '@planwright/schema/text';
import type { Instant, Zone } from '@planwright/schema/time';
import type { CorrelationLine, ItemLine, RatingLine, ShareLine, TimeLine } from '../analysis/report-data.js';
import { sayIn } from '../generated/messages.js';
import type { FindingRecord, ReportRecord } from '../report-record.js';
import { experimentSections } from './experiment-sections.js';
import { manifestRows } from './manifest-rows.js';

export type Cell = string | number | null;

/** A part of a report as a table: what every format is made of. Shares are fractions 0–1 beside their count and denominator. */
export interface ReportSection {
  key: string;
  title: string;
  header: string[];
  rows: Cell[][];
  /** Columns of fractions that people read as percentages. */
  shares?: readonly number[];
  /** Columns of p values. */
  pValues?: readonly number[];
}

export interface ReportFileContent {
  record: ReportRecord;
  findings: readonly FindingRecord[];
  cohortName: string;
  language: Language;
  timeZone: Zone;
  /** Whether the reader sees figures about single mentors. */
  mentors: boolean;
}

const localTime = (at: Instant, language: Language, timeZone: Zone): string =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(at));

/** `2026-01-12T09:00:00+08:00`: what every program takes for the moment that it is. */
export function isoTime(at: Instant, timeZone: Zone): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(Date.parse(at));
  const local = parts.replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(at)) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const [sign, away] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  return `${local}${sign}${two(away / 60)}:${two(away % 60)}`;
}

/**
 * The whole report in the order in which it is read; sections without rows are left out.
 * @param dates in words for people to read, or as programs read them
 */
export function reportSections(
  { record, findings, cohortName, language, mentors, timeZone }: ReportFileContent,
  dates: 'words' | 'iso',
): ReportSection[] {
  const { body, manifest } = record;
  // A report of pure noise has a dozen of these: counted, as on the page. The JSON has them all.
  const weak = findings.filter(({ grade }) => grade === 'NOT_ENOUGH_DATA');
  const said = (passed: boolean) =>
    passed ? sayIn(language, 'reportSections.yes') : sayIn(language, 'reportSections.no');
  const share = ({ title, share: value, low, high, count, of, suppressed }: ShareLine): Cell[] =>
    suppressed
      ? [textIn(title, language), null, null, null, null, null]
      : [textIn(title, language), value, low, high, count, of];
  const shareHeader = [
    sayIn(language, 'reportSections.item'),
    sayIn(language, 'reportSections.share'),
    sayIn(language, 'reportSections.low'),
    sayIn(language, 'reportSections.high'),
    sayIn(language, 'reportSections.count'),
    sayIn(language, 'reportSections.of'),
  ];
  const shares = (key: 'process' | 'stages' | 'departments') => ({
    key,
    title: sayIn(language, `reportSections.${key}`),
    header: shareHeader,
    shares: [1, 2, 3],
    rows: body[key].map(share),
  });
  const items = (key: 'courses' | 'tasks', lines: readonly ItemLine[]) => ({
    key,
    title: sayIn(language, `reportSections.${key}`),
    header: [
      sayIn(language, 'reportSections.item'),
      sayIn(language, 'reportSections.completion'),
      sayIn(language, 'reportSections.count'),
      sayIn(language, 'reportSections.of'),
      sayIn(language, 'reportSections.onTime'),
      sayIn(language, 'reportSections.count'),
      sayIn(language, 'reportSections.of'),
      sayIn(language, 'reportSections.quality'),
      sayIn(language, 'reportSections.people'),
    ],
    shares: [1, 4],
    rows: lines.map(({ title, completion, onTime, quality }) => [
      textIn(title, language),
      completion.share,
      completion.count,
      completion.of,
      onTime.share,
      onTime.count,
      onTime.of,
      quality?.mean ?? null,
      quality?.n ?? 0,
    ]),
  });
  const correlation = (line: CorrelationLine): Cell[] => [
    textIn(line.xTitle, language),
    textIn(line.yTitle, language),
    line.n,
    line.pearson,
    line.low,
    line.high,
    line.spearman,
    line.adjustedP,
    line.reason ? textIn(line.reason, language) : null,
  ];
  const time = ({ title, planned, median, low, high, n, suppressed }: TimeLine): Cell[] => [
    textIn(title, language),
    suppressed ? null : n,
    planned,
    median,
    low,
    high,
    suppressed ? sayIn(language, 'reportSections.fewPeople') : null,
  ];
  const rating = ({ respondents, text, agree, mean, scale, closesOn }: RatingLine): Cell[] => [
    sayIn(language, 'reportSections.ratingOf', {
      who: sayIn(language, `reportSections.${respondents}`),
      text: textIn(text, language),
    }),
    agree.count / agree.of,
    agree.low,
    agree.high,
    agree.count,
    agree.of,
    mean,
    scale,
    closesOn,
  ];
  const sections: ReportSection[] = [
    {
      key: 'summary',
      title: sayIn(language, 'reportSections.summary'),
      header: [sayIn(language, 'reportSections.item'), sayIn(language, 'reportSections.value')],
      rows: [
        [sayIn(language, 'reportSections.cohort'), cohortName],
        [
          sayIn(language, 'reportSections.generatedAt'),
          dates === 'iso' ? isoTime(record.generatedAt, timeZone) : localTime(record.generatedAt, language, timeZone),
        ],
        [sayIn(language, 'reportSections.headline'), textIn(body.headline, language)],
        [sayIn(language, 'reportSections.nextStep'), textIn(body.nextStep, language)],
      ],
    },
    {
      key: 'flow',
      title: sayIn(language, 'reportSections.flow'),
      header: [sayIn(language, 'reportSections.item'), sayIn(language, 'reportSections.people')],
      rows: body.flow.map(({ title, count }) => [textIn(title, language), count]),
    },
    shares('process'),
    shares('stages'),
    shares('departments'),
    {
      key: 'learningTime',
      title: sayIn(language, 'reportSections.learningTime'),
      header: [
        sayIn(language, 'reportSections.item'),
        sayIn(language, 'reportSections.people'),
        sayIn(language, 'reportSections.planned'),
        sayIn(language, 'reportSections.median'),
        sayIn(language, 'reportSections.lowHalf'),
        sayIn(language, 'reportSections.highHalf'),
        sayIn(language, 'reportSections.note'),
      ],
      rows: (body.learningTime ?? []).map(time),
    },
    {
      key: 'outcomes',
      title: sayIn(language, 'reportSections.outcomes'),
      header: [
        sayIn(language, 'reportSections.metric'),
        sayIn(language, 'reportSections.method'),
        sayIn(language, 'reportSections.people'),
        sayIn(language, 'reportSections.estimate'),
        sayIn(language, 'reportSections.low'),
        sayIn(language, 'reportSections.high'),
        'p',
        sayIn(language, 'reportSections.note'),
      ],
      pValues: [6],
      rows: body.outcomes.map(({ title, method, n, estimate, low, high, pValue, note }) => [
        textIn(title, language),
        textIn(method, language),
        n,
        estimate,
        low,
        high,
        pValue,
        note ? textIn(note, language) : null,
      ]),
    },
    {
      key: 'ratings',
      title: sayIn(language, 'reportSections.ratings'),
      header: [
        sayIn(language, 'reportSections.item'),
        sayIn(language, 'reportSections.agree'),
        sayIn(language, 'reportSections.low'),
        sayIn(language, 'reportSections.high'),
        sayIn(language, 'reportSections.agreeing'),
        sayIn(language, 'reportSections.answers'),
        sayIn(language, 'reportSections.mean'),
        sayIn(language, 'reportSections.scale'),
        sayIn(language, 'reportSections.closesOn'),
      ],
      shares: [1, 2, 3],
      rows: (body.ratings ?? []).map(rating),
    },
    ...(body.experiment ? experimentSections(body.experiment, language) : []),
    {
      key: 'integrity',
      title: sayIn(language, 'reportSections.integrity'),
      header: [
        sayIn(language, 'reportSections.item'),
        sayIn(language, 'reportSections.passed'),
        sayIn(language, 'reportSections.value'),
      ],
      rows: body.integrity.map(({ text, passed, value }) => [textIn(text, language), said(passed), value]),
    },
    {
      key: 'sensitivity',
      title: sayIn(language, 'reportSections.sensitivity'),
      header: [
        sayIn(language, 'reportSections.method'),
        sayIn(language, 'reportSections.estimate'),
        sayIn(language, 'reportSections.low'),
        sayIn(language, 'reportSections.high'),
        'p',
      ],
      pValues: [4],
      rows: body.sensitivity.map(({ method, estimate, low, high, pValue }) => [
        textIn(method, language),
        estimate,
        low,
        high,
        pValue,
      ]),
    },
    {
      key: 'correlations',
      title: `${sayIn(language, 'reportSections.correlations')} (${body.scanned})`,
      header: [
        'x',
        'y',
        'n',
        'Pearson',
        sayIn(language, 'reportSections.low'),
        sayIn(language, 'reportSections.high'),
        'Spearman',
        sayIn(language, 'reportSections.adjusted'),
        sayIn(language, 'reportSections.note'),
      ],
      pValues: [7],
      rows: body.correlations.map(correlation),
    },
    items('courses', body.courses),
    items('tasks', body.tasks),
    {
      key: 'mentors',
      title: sayIn(language, 'reportSections.mentors'),
      header: [...shareHeader, sayIn(language, 'reportSections.outside')],
      shares: [1, 2, 3],
      rows: mentors
        ? body.mentors.map(({ name, timely, outsideLimits }) => [name, ...share(timely).slice(1), said(outsideLimits)])
        : [],
    },
    {
      key: 'findings',
      title: sayIn(language, 'reportSections.findings'),
      header: [
        sayIn(language, 'reportSections.rule'),
        sayIn(language, 'reportSections.item'),
        sayIn(language, 'reportSections.grade'),
        sayIn(language, 'reportSections.evidence'),
        sayIn(language, 'reportSections.suggestion'),
        sayIn(language, 'reportSections.edits'),
      ],
      rows: [
        ...findings
          .filter((finding) => !weak.includes(finding))
          .map(({ rule, grade, words: said }) => [
            rule,
            textIn(said.title, language),
            sayIn(language, `reportSections.${grade}`),
            textIn(said.evidence, language),
            textIn(said.suggestion, language),
            (said.edits[language] ?? []).join('\n'),
          ]),
        ...(weak.length === 0
          ? []
          : [
              [
                '',
                `${sayIn(language, 'reportSections.weak')}: ${weak.length}`,
                sayIn(language, 'reportSections.NOT_ENOUGH_DATA'),
                null,
                null,
                null,
              ],
            ]),
      ],
    },
    {
      key: 'methods',
      title: sayIn(language, 'reportSections.methods'),
      header: [sayIn(language, 'reportSections.item'), sayIn(language, 'reportSections.method')],
      rows: body.methods.map(({ title, text }) => [textIn(title, language), textIn(text, language)]),
    },
    {
      key: 'manifest',
      title: sayIn(language, 'reportSections.manifest'),
      header: [sayIn(language, 'reportSections.item'), sayIn(language, 'reportSections.value')],
      rows: manifestRows(manifest, language),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

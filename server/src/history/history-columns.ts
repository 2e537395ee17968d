import { createHash } from 'node:crypto';
import type { Facts } from '@planwright/schema/definition';
import { key as keySchema, LANGUAGES, type LocalizedText } from '@planwright/schema/text';
import {
  type CohortLine,
  type EnrolmentLine,
  type EventLine,
  HISTORY_EVENTS,
  type MeasurementLine,
  type MetricLine,
  type PersonLine,
} from './history-rows.js';
import type { RowReader } from './row-reader.js';

/** A table of the folder: its columns that must be there, and how a row is read. */
export interface TableShape<T> {
  name: string;
  must: readonly string[];
  read(row: RowReader): T;
  /** Without it there is no history; the others may be absent. */
  needed: boolean;
}

const MOST_CHARACTERS = 200;

export const people: TableShape<PersonLine> = {
  name: 'people',
  needed: true,
  must: ['key', 'name'],
  read: (row) => {
    const name = row.must('name');
    if (name.length > MOST_CHARACTERS) row.bad('name', `1–${MOST_CHARACTERS}`);
    const email = row.text('email');
    if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) row.bad('email', 'li.min@company.example');
    return {
      line: row.line,
      key: row.must('key'),
      name,
      email,
      department: row.text('department'),
      jobRole: row.text('job_role'),
      managerKey: row.text('manager'),
      joinedOn: row.date('joined_on'),
      zone: row.text('time_zone'),
      active: row.flag('active', true),
      facts: Object.fromEntries(row.startingWith('fact.').map(([fact, cell]) => [fact, factOf(cell)])) satisfies Facts,
    };
  },
};

/** Numbers and yes/no are what conditions compare; anything else stays text. */
function factOf(cell: string): string | number | boolean {
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return cell === 'true' ? true : cell === 'false' ? false : cell;
}

export const cohorts: TableShape<CohortLine> = {
  name: 'cohorts',
  needed: true,
  must: ['key', 'name', 'plan', 'starts_on'],
  read: (row) => ({
    line: row.line,
    key: row.must('key'),
    name: row.must('name').slice(0, MOST_CHARACTERS),
    plan: row.must('plan'),
    startsOn: row.mustDate('starts_on'),
  }),
};

export const enrolments: TableShape<EnrolmentLine> = {
  name: 'enrolments',
  needed: true,
  must: ['cohort', 'person'],
  read: (row) => ({
    line: row.line,
    cohortKey: row.must('cohort'),
    personKey: row.must('person'),
    mentorKey: row.text('mentor'),
    startsOn: row.date('starts_on'),
    enrolledAt: row.text('enrolled_at'),
  }),
};

const DECISIONS = { approve: 'APPROVE', return: 'RETURN', reject: 'REJECT' } as const;

export const events: TableShape<EventLine> = {
  name: 'events',
  needed: false,
  must: ['cohort', 'person', 'at', 'event'],
  read: (row) => {
    const line = {
      cohortKey: row.must('cohort'),
      personKey: row.must('person'),
      at: row.must('at'),
      kind: row.oneOf('event', HISTORY_EVENTS),
      itemKey: row.text('item'),
      stepKey: row.text('step'),
      score: row.number('score'),
      minutes: row.number('minutes'),
      decision:
        row.text('decision') === null ? null : DECISIONS[row.oneOf('decision', ['approve', 'return', 'reject'])],
      artefact: row.text('artefact'),
      comment: row.text('comment'),
      due: row.text('due'),
      byKey: row.text('by'),
    };
    const { kind } = line;
    const isOfPlan = kind === 'assign-mentor' || kind === 'pause' || kind === 'resume' || kind === 'cancel';
    if (!isOfPlan && line.itemKey === null) row.must('item');
    if (kind === 'score') row.mustNumber('score');
    if (kind === 'review' && line.decision === null) row.must('decision');
    if (kind === 'change-due') row.must('due');
    if (kind === 'assign-mentor') row.must('by');
    const digest = createHash('sha256')
      .update(JSON.stringify(Object.values(line)))
      .digest('base64url');
    return { line: row.line, ...line, digest };
  },
};

const FAMILIES = ['LEARNING', 'TASK', 'COLLABORATION', 'PERFORMANCE', 'SURVEY'] as const;

export const metrics: TableShape<MetricLine> = {
  name: 'metrics',
  needed: false,
  must: ['key'],
  read: (row) => {
    const key = row.must('key');
    if (!keySchema.safeParse(key).success) row.bad('key', 'a-z 0-9 -');
    const title: LocalizedText = {};
    for (const language of LANGUAGES) {
      const text = row.text(`title.${language}`);
      if (text !== null) title[language] = text.slice(0, MOST_CHARACTERS);
    }
    if (Object.keys(title).length === 0) row.must('title.en');
    const [low, high] = [row.number('low'), row.number('high')];
    if (low !== null && high !== null && low >= high) row.bad('high', `> ${low}`);
    return {
      line: row.line,
      key,
      title,
      unit: row.text('unit')?.slice(0, 20) ?? null,
      direction: row.oneOf('direction', ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER'], 'HIGHER_IS_BETTER'),
      family: row.oneOf('family', FAMILIES, 'PERFORMANCE'),
      scale: row.oneOf('scale', ['CONTINUOUS', 'RATING', 'YES_NO'], 'CONTINUOUS'),
      low,
      high,
    };
  },
};

export const measurements: TableShape<MeasurementLine> = {
  name: 'measurements',
  needed: false,
  must: ['metric', 'person', 'measured_on', 'value'],
  read: (row) => ({
    line: row.line,
    metricKey: row.must('metric'),
    personKey: row.must('person'),
    measuredOn: row.mustDate('measured_on'),
    value: row.mustNumber('value'),
    baseline: row.flag('baseline', false),
  }),
};

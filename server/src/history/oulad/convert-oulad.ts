import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addDays, type PlainDate } from '@planwright/schema/time';
import { stringify } from 'csv-stringify/sync';
import { MessyParts } from './messy-parts.js';
import { type Oulad, type OuladStudent, type OuladSubmission, runOf } from './oulad-rows.js';
import { outcomeMetrics } from './outcome-metrics.js';
import { planOfRun, type RunPlan } from './plan-of-run.js';

type Row = Record<string, string | number | boolean | null>;

/** Level of education as the dataset orders it. */
const EDUCATION = [
  'No Formal quals',
  'Lower Than A Level',
  'A Level or Equivalent',
  'HE Qualification',
  'Post Graduate Qualification',
];

interface Run extends RunPlan {
  key: string;
  length: number;
  startsOn: PlainDate;
  /** Of the coursework, all in all. */
  weight: number;
}

/** Presentations begin in February (B) or October (J). */
const startOf = (presentation: string): PlainDate =>
  `${presentation.slice(0, 4)}-${presentation.endsWith('B') ? '02' : '10'}-01`;

const personKey = (studentId: string): string => `oulad-${studentId}`;

/**
 * Writes the dataset as a folder of histories that `import:history` takes from anybody. Names are numbers: the dataset
 * knows no names, and sex, disability and deprivation of the neighbourhood are left where they are.
 */
export async function convertOulad(
  { lengths, assessments, students, submissions }: Oulad,
  out: string,
): Promise<MessyParts> {
  const messy = new MessyParts();
  const runs = new Map<string, Run>();
  for (const [key, length] of [...lengths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = [...assessments.values()].filter((assessment) => runOf(assessment) === key);
    const [module = '', presentation = ''] = key.split(' ');
    const weight = own.reduce((sum, one) => (one.type === 'Exam' ? sum : sum + one.weight), 0);
    runs.set(key, { ...planOfRun(module, length, own), key, length, weight, startsOn: startOf(presentation) });
  }
  const byStudent = new Map<string, OuladSubmission[]>(students.map((one) => [`${runOf(one)} ${one.id}`, []]));
  for await (const submission of submissions) {
    const assessment = assessments.get(submission.assessmentId);
    const of = assessment && byStudent.get(`${runOf(assessment)} ${submission.studentId}`);
    if (of) of.push(submission);
    else messy.note('unknown-student');
  }

  const inOrder = [...students].sort(
    (a, b) => compare(startOf(a.presentation), startOf(b.presentation)) || compare(runOf(a), runOf(b)),
  );
  const tables: Record<string, Row[]> = { people: [], cohorts: [], enrolments: [], events: [], measurements: [] };
  tables.people = peopleOf(inOrder, messy);
  tables.cohorts = [...runs.values()].map(({ key, startsOn }) => ({
    key: fileKey(key),
    name: `OULAD ${key}`,
    plan: fileKey(key),
    starts_on: startsOn,
  }));
  const credits = new Map<string, number>();
  for (const student of inOrder) {
    const run = runs.get(runOf(student));
    if (!run) continue;
    const history = historyOf(student, run, byStudent.get(`${run.key} ${student.id}`) ?? [], assessments, messy);
    tables.enrolments?.push(history.enrolment);
    tables.events?.push(...history.events);
    tables.measurements?.push(...measurementsOf(student, run, history.points, credits, messy));
  }

  await mkdir(path.join(out, 'plans'), { recursive: true });
  for (const run of runs.values()) await writeFile(path.join(out, 'plans', `${fileKey(run.key)}.yaml`), run.yaml);
  tables.metrics = outcomeMetrics([...new Set([...lengths.keys()].map((key) => key.slice(0, 3)))]);
  for (const [name, rows] of Object.entries(tables))
    await writeFile(path.join(out, `${name}.csv`), stringify(rows, { header: true, columns: columnsOf(rows) }));
  return messy;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const fileKey = (run: string): string => run.toLowerCase().replace(' ', '-');
const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

function peopleOf(students: readonly OuladStudent[], messy: MessyParts): Row[] {
  const rows: Row[] = [];
  for (const [id, own] of Map.groupBy(students, (student) => student.id)) {
    const [first] = own;
    if (!first) continue;
    if (own.length > 1) messy.note('several-presentations');
    const attributes = (one: OuladStudent) => `${one.education}|${one.region}|${one.ageBand}`;
    if (own.some((one) => attributes(one) !== attributes(first))) messy.note('attributes-differ');
    rows.push({
      key: personKey(id),
      name: `OULAD ${id}`,
      time_zone: 'Europe/London',
      'fact.education': first.education,
      'fact.region': first.region,
      'fact.ageBand': first.ageBand,
    });
  }
  return rows;
}

interface StudentHistory {
  enrolment: Row;
  events: Row[];
  /** Weighted sum of the coursework's scores, banked ones with them; what was not handed in counts nothing. */
  points: number;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each oddity of the data set
function historyOf(
  student: OuladStudent,
  run: Run,
  submissions: readonly OuladSubmission[],
  assessments: Oulad['assessments'],
  messy: MessyParts,
): StudentHistory {
  const day = (offset: number): PlainDate => addDays(run.startsOn, offset);
  const base = { cohort: fileKey(run.key), person: personKey(student.id) };
  const { registeredOn, unregisteredOn, result } = student;
  if (registeredOn === null) messy.note('registration-missing');
  else if (registeredOn > 0) messy.note('late-registration');
  const enrolledOn = registeredOn ?? Math.min(0, unregisteredOn ?? 0);
  const events: Row[] = [];
  let points = 0;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const { assessmentId, day: submittedOn, score, isBanked } of submissions) {
    const item = run.keys.get(assessmentId) ?? '';
    const act = { ...base, item };
    points += (score ?? 0) * (assessments.get(assessmentId)?.weight ?? 0);
    if (isBanked && result === 'Withdrawn' && unregisteredOn !== null && unregisteredOn <= Math.max(0, enrolledOn)) {
      messy.note('banked-but-withdrawn');
      continue;
    }
    if (isBanked) {
      messy.note('banked');
      events.push({
        ...act,
        at: day(Math.max(0, enrolledOn)),
        event: 'excuse',
        comment: 'Banked: carried over from an earlier presentation',
      });
      continue;
    }
    if (submittedOn === null) {
      messy.note('day-missing');
      continue;
    }
    if (submittedOn < 0) messy.note('before-start');
    if (registeredOn !== null && submittedOn < registeredOn) messy.note('before-registration');
    if (unregisteredOn !== null && submittedOn > unregisteredOn) messy.note('after-withdrawal');
    const at = day(Math.max(0, submittedOn));
    lastDay = Math.max(lastDay, 0, submittedOn);
    events.push({ ...act, at, event: 'submit' });
    if (score === null) messy.note('score-missing');
    else events.push({ ...act, at, event: 'score', score });
  }
  if (result === 'Pass' || result === 'Distinction') {
    for (const [id, item] of run.keys) {
      if (assessments.get(id)?.type !== 'Exam') continue;
      messy.note('exam-without-mark');
      events.push({
        ...base,
        item,
        at: day(run.length),
        event: 'excuse',
        comment: `Final result ${result}; the dataset has no exam mark`,
      });
    }
  }
  if (result === 'Withdrawn') {
    if (unregisteredOn === null) messy.note('withdrawn-without-day');
    else messy.note('withdrawn');
    if (unregisteredOn !== null && unregisteredOn < 0) messy.note('withdrawn-before-start');
    const on = Math.max(unregisteredOn ?? run.length, lastDay, enrolledOn);
    events.push({ ...base, at: day(on), event: 'cancel', comment: 'Withdrawn' });
  } else if (unregisteredOn !== null) messy.note('unregistered-but-not-withdrawn');
  return { enrolment: { ...base, enrolled_at: day(enrolledOn) }, events, points };
}

function measurementsOf(
  student: OuladStudent,
  { startsOn, length, weight }: Run,
  points: number,
  credits: Map<string, number>,
  messy: MessyParts,
): Row[] {
  const module = student.module.toLowerCase();
  const before = { person: personKey(student.id), measured_on: startsOn, baseline: true };
  const after = { person: personKey(student.id), measured_on: addDays(startsOn, length), baseline: false };
  const rows: Row[] = [
    { ...before, metric: `${module}-previous-attempts`, value: student.previousAttempts },
    {
      ...after,
      metric: `${module}-passed`,
      value: student.result === 'Pass' || student.result === 'Distinction' ? 1 : 0,
    },
  ];
  // Two modules begun on one day are one person's one value.
  const held = credits.get(`${student.id} ${startsOn}`);
  if (held !== undefined && held !== student.credits) messy.note('baseline-twice');
  if (held === undefined) {
    credits.set(`${student.id} ${startsOn}`, student.credits);
    rows.push({ ...before, metric: 'studied-credits', value: student.credits });
    const level = EDUCATION.indexOf(student.education);
    if (level >= 0) rows.push({ ...before, metric: 'education-level', value: level });
  }
  if (student.result !== 'Withdrawn' && weight > 0)
    rows.push({ ...after, metric: `${module}-score`, value: Math.round((points / weight) * 100) / 100 });
  return rows;
}

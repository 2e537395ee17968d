import path from 'node:path';
import { StartupError } from '../../database/index.js';
import { type FileRow, readTableFile } from '../../tables/index.js';
import { tableFile } from '../table-file.js';

/** The modules that the example takes, as plans; other modules of the dataset are left alone. */
const MODULES = ['AAA', 'BBB'];

export interface OuladAssessment {
  id: string;
  module: string;
  presentation: string;
  type: 'TMA' | 'CMA' | 'Exam';
  /** Days after the start; null = `?`. */
  day: number | null;
  weight: number;
}

export interface OuladStudent {
  id: string;
  module: string;
  presentation: string;
  region: string;
  education: string;
  ageBand: string;
  previousAttempts: number;
  credits: number;
  result: string;
  registeredOn: number | null;
  unregisteredOn: number | null;
}

export interface OuladSubmission {
  line: number;
  assessmentId: string;
  studentId: string;
  day: number | null;
  isBanked: boolean;
  /** null = `?` or nothing. */
  score: number | null;
}

export interface Oulad {
  /** Days that a presentation lasts, by `AAA 2013J`. */
  lengths: Map<string, number>;
  assessments: Map<string, OuladAssessment>;
  students: OuladStudent[];
  submissions: AsyncIterable<OuladSubmission>;
}

export const runOf = ({ module, presentation }: { module: string; presentation: string }): string =>
  `${module} ${presentation}`;

/** The tables of the dataset as they were published (CSV, compressed or not); submissions come one by one. */
export async function readOulad(folder: string): Promise<Oulad> {
  const lengths = new Map<string, number>();
  for await (const { cells } of await rowsOf(folder, 'courses'))
    if (isTaken(cells)) lengths.set(runKey(cells), number(cells.module_presentation_length) ?? 0);

  const assessments = new Map<string, OuladAssessment>();
  for await (const { cells } of await rowsOf(folder, 'assessments')) {
    if (!isTaken(cells)) continue;
    const type = cells.assessment_type;
    if (type !== 'TMA' && type !== 'CMA' && type !== 'Exam') continue;
    const id = cells.id_assessment ?? '';
    const { code_module: module = '', code_presentation: presentation = '' } = cells;
    assessments.set(id, { id, module, presentation, type, day: number(cells.date), weight: number(cells.weight) ?? 0 });
  }

  const registrations = new Map<string, Pick<OuladStudent, 'registeredOn' | 'unregisteredOn'>>();
  for await (const { cells } of await rowsOf(folder, 'studentRegistration'))
    if (isTaken(cells))
      registrations.set(`${runKey(cells)} ${cells.id_student}`, {
        registeredOn: number(cells.date_registration),
        unregisteredOn: number(cells.date_unregistration),
      });

  const students: OuladStudent[] = [];
  for await (const { cells } of await rowsOf(folder, 'studentInfo')) {
    if (!isTaken(cells)) continue;
    students.push({
      id: cells.id_student ?? '',
      module: cells.code_module ?? '',
      presentation: cells.code_presentation ?? '',
      region: cells.region ?? '',
      education: cells.highest_education ?? '',
      ageBand: cells.age_band ?? '',
      previousAttempts: number(cells.num_of_prev_attempts) ?? 0,
      credits: number(cells.studied_credits) ?? 0,
      result: cells.final_result ?? '',
      ...(registrations.get(`${runKey(cells)} ${cells.id_student}`) ?? { registeredOn: null, unregisteredOn: null }),
    });
  }
  return { lengths, assessments, students, submissions: submissionsOf(folder, assessments) };
}

async function* submissionsOf(
  folder: string,
  assessments: ReadonlyMap<string, OuladAssessment>,
): AsyncGenerator<OuladSubmission> {
  for await (const { line, cells } of await rowsOf(folder, 'studentAssessment')) {
    const assessmentId = cells.id_assessment ?? '';
    if (!assessments.has(assessmentId)) continue;
    yield {
      line,
      assessmentId,
      studentId: cells.id_student ?? '',
      day: number(cells.date_submitted),
      isBanked: cells.is_banked === '1',
      score: number(cells.score),
    };
  }
}

async function rowsOf(folder: string, name: string): Promise<AsyncIterable<FileRow>> {
  const file = tableFile(folder, name);
  if (file === undefined)
    throw new StartupError(`${folder} has no ${name}.csv; name the folder with the tables of OULAD.`);
  return (await readTableFile(path.join(folder, file))).rows;
}

const isTaken = (cells: FileRow['cells']): boolean => MODULES.includes(cells.code_module ?? '');
const runKey = (cells: FileRow['cells']): string => `${cells.code_module} ${cells.code_presentation}`;

/** null where the dataset says `?`, or nothing. */
function number(cell: string | undefined): number | null {
  return cell === undefined || !/^-?\d+(\.\d+)?$/.test(cell) ? null : Number(cell);
}

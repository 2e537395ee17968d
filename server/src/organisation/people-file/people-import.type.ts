import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateTimeScalar,
  enumOf,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../../access/graphql/index.js';
import type { LeaverEnrolments } from '../../people/index.js';
import { LeaverEnrolmentsEnum } from '../leaving/leaving.type.js';
import type { RowResult } from './decided-row.js';

export type ImportState = 'READING' | 'READY' | 'WRITING' | 'DONE' | 'FAILED';

export const ImportStateEnum = enumOf<ImportState>('ImportState', 'How far an import is.', {
  READING: 'The table is being read; what it would do is not known yet.',
  READY: 'It is known what the import would do, and nothing has been written.',
  WRITING: 'The people are being written.',
  DONE: 'Everything that was to be written is written.',
  FAILED: 'Nothing was written; `problems` says why.',
});
export const MissingPeopleEnum = enumOf<'KEEP' | 'DEACTIVATE'>(
  'MissingPeople',
  'What an import does with active people that the file does not name.',
  { KEEP: 'They stay as they are.', DEACTIVATE: 'They are deactivated, as if they had left.' },
);
export const PeopleRowResultEnum = enumOf<RowResult>('PeopleRowResult', 'What an import does with a row.', {
  CREATED: 'Somebody new.',
  UPDATED: 'Something about a known person changes.',
  UNCHANGED: 'All of it is known already.',
  MISSING: 'No row of the file: an active person that it does not name.',
  REJECTED: 'The row is left out; its problems say why.',
});

const COLUMN_KEYS =
  '`employeeNumber`, `name`, `familyName`, `givenName`, `email`, `department`, `jobRole`, `manager`, `managerNumber`, `joinedOn`, `locale`, `timeZone`, `mentorCapacity`, `mentorExperienceYears`, `status`';

@ObjectType('PeopleImportProblem', { simpleResolvers: true, description: 'Why a row, or the whole file, is left out.' })
export class PeopleImportProblemType {
  @Field(() => Int, { description: 'Line in the file, from 1; 0 when it is about the file as a whole.' })
  row!: number;
  @Field(() => String, {
    nullable: true,
    description: `Which column it is about: ${COLUMN_KEYS}, or \`fact.\` and the name of a fact. Null when it is about the row or the file as a whole.`,
  })
  column!: string | null;
  @Field(() => String, { description: 'Stable code, such as UNKNOWN_DEPARTMENT, BAD_DATE, DUPLICATE, TAKEN or CYCLE.' })
  code!: string;
  @Field(() => String, { description: 'What is wrong and how to repair it, in the requested language.' })
  message!: string;
}

@ObjectType('PeopleImportCell', { simpleResolvers: true, description: 'One cell of a row, and what becomes of it.' })
export class PeopleImportCellType {
  @Field(() => String, { description: `What its column holds: ${COLUMN_KEYS}, or \`fact.\` and the name of a fact.` })
  column!: string;
  @Field(() => String, { description: 'What stands in the file. Empty when the cell is empty.' })
  given!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What is known today. Null when nothing is known, or when the viewer does not look after the person.',
  })
  now!: string | null;
  @Field(() => Boolean, { description: 'True when the import makes it another.' })
  changes!: boolean;
  @Field(() => Boolean, { description: 'True when the row is left out because of this cell.' })
  wrong!: boolean;
  @Field(() => [String], { description: 'How it was read, or what is wrong with it, in the requested language.' })
  notes!: string[];
}

@ObjectType('PeopleImportRow', {
  simpleResolvers: true,
  description: 'One row of a file of people, or somebody who is missing in it.',
})
export class PeopleImportRowType {
  @Field(() => Int, {
    nullable: true,
    description: 'Line in the file, from 1. Null for somebody who is missing in it.',
  })
  line!: number | null;
  @Field(() => PeopleRowResultEnum, { description: 'What the import does with it.' })
  result!: RowResult;
  @Field(() => String, { description: 'Name of the person, as far as it is known.' })
  name!: string;
  @Field(() => [PeopleImportCellType], {
    description: 'Its cells in the order of the file, without columns that are not read.',
  })
  cells!: PeopleImportCellType[];
  @Field(() => [PeopleImportProblemType], { description: 'Why it is left out. Empty when it is not.' })
  problems!: PeopleImportProblemType[];
}

export const PeopleImportRowConnection = connectionOf('PeopleImportRow', () => PeopleImportRowType);

@ObjectType('PeopleImportColumn', { simpleResolvers: true, description: 'A column of the file.' })
export class PeopleImportColumnType {
  @Field(() => String, { description: 'Letter of the column, such as `A`; in text files its number.' })
  letter!: string;
  @Field(() => String, { description: "The column's name in the file." })
  name!: string;
  @Field(() => [String], { description: 'The first values in the column.' })
  samples!: string[];
  @Field(() => String, {
    nullable: true,
    description: `What it was taken for: ${COLUMN_KEYS}, or \`fact.\` and the name of a fact. Null when it is not read.`,
  })
  column!: string | null;
}

@ObjectType('PeopleImportQuestion', {
  simpleResolvers: true,
  description: "A column that cannot be told from the table's column names.",
})
export class PeopleImportQuestionType {
  @Field(() => String, { description: `Which column is asked for: one of ${COLUMN_KEYS}.` })
  column!: string;
  @Field(() => Boolean, { description: 'Whether the table may do without it.' })
  optional!: boolean;
  @Field(() => [String], { description: 'Letters of the columns that it may be.' })
  letters!: string[];
}

@ObjectType('PeopleImport', {
  implements: Node,
  simpleResolvers: true,
  description:
    'What a file or pasted table would do, before `importPeople` does exactly that. Seen by whoever brought it, while they are HR or ADMIN; kept for a month.',
})
export class PeopleImportType extends Node {
  @Field(() => ImportStateEnum, { description: 'How far it is. Ask again while it is READING or WRITING.' })
  state!: ImportState;
  @Field(() => Int, { description: 'Rows of the file; 0 until it is read.' })
  total!: number;
  @Field(() => Int, { description: 'Rows that are read so far.' })
  read!: number;
  @Field(() => Int, { description: 'People that are written so far, of those who are new or change.' })
  written!: number;
  @Field(() => Int, { description: 'Rows that bring somebody new.' })
  created!: number;
  @Field(() => Int, { description: 'Rows that change somebody known.' })
  updated!: number;
  @Field(() => Int, { description: 'Rows of which all is known already.' })
  unchanged!: number;
  @Field(() => Int, {
    description:
      'Active people that the viewer looks after and the file does not name. They are deactivated only where `missing` of the input said so.',
  })
  missing!: number;
  @Field(() => Int, { description: 'Rows that are left out.' })
  rejected!: number;
  @Field(() => String, {
    nullable: true,
    description: 'What `importPeople` takes to do exactly this. Null while nothing can be imported.',
  })
  previewHash!: string | null;
  @Field(() => MissingPeopleEnum, { description: 'What is done with people that the file does not name.' })
  whenMissing!: 'KEEP' | 'DEACTIVATE';
  @Field(() => LeaverEnrolmentsEnum, {
    nullable: true,
    description: 'What becomes of the plans of those who are deactivated. Null for what the workspace has set.',
  })
  leaverEnrolments!: LeaverEnrolments | null;
  @Field(() => Boolean, { description: 'True when a single row that is left out keeps all from being imported.' })
  allOrNothing!: boolean;
  @Field(() => Boolean, {
    description: 'True when departments and job roles of the file that nobody has made are made with the people.',
  })
  createUnits!: boolean;
  @Field(() => Boolean, {
    description: 'True when the viewer may have departments and job roles made with the people: who reaches everybody.',
  })
  mayCreateUnits!: boolean;
  @Field(() => Boolean, {
    description:
      'True when more than 5 % or 20 people are missing: `importPeople` deactivates them only with their number in `confirmMissing`.',
  })
  asksAboutMissing!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'Why nothing can be imported although the file was read, in the requested language. Null when something can.',
  })
  blocked!: string | null;
  @Field(() => Boolean, {
    description:
      'True when people had changed between the preview and `importPeople`: nothing was written, and this preview is new.',
  })
  outdated!: boolean;
  @Field(() => [String], {
    description: 'About the table as a whole, in the requested language: its sheet, its encoding, what was left out.',
  })
  notes!: string[];
  @Field(() => [PeopleImportColumnType], { description: 'The columns of the file, and what each was taken for.' })
  columns!: PeopleImportColumnType[];
  @Field(() => [PeopleImportQuestionType], {
    description:
      'Columns to name in `columns` of another `preparePeopleImport` before anything is imported. Empty when all are clear.',
  })
  questions!: PeopleImportQuestionType[];
  @Field(() => [String], {
    description: 'Departments that are made with the people, each as its path: `Sales / East`.',
  })
  newDepartments!: string[];
  @Field(() => [String], { description: 'Titles of job roles that are made with the people.' })
  newJobRoles!: string[];
  @Field(() => DateTimeScalar, { description: 'When the file was brought.' })
  createdAt!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When everything was written, or it failed. Null before.',
  })
  finishedAt!: string | null;

  uuid!: string;
  /** Of the file as a whole. */
  failure!: PeopleImportProblemType | null;
}

@InputType({ description: 'Which column of the table is which.' })
export class PeopleImportColumnInput {
  @Field(() => String, { description: `What the column holds: one of ${COLUMN_KEYS}.` })
  column!: string;
  @Field(() => String, { nullable: true, description: 'Letter of the column. Null when the table has no such column.' })
  letter?: string | null;
}

@InputType({ description: 'A table of people. Send exactly one of `rows`, `file` and `again`.' })
export class PeopleImportInput {
  @Field(() => [[String]], {
    nullable: true,
    description: 'Cells as text; one of the first rows holds the names of the columns. At most 10,000 people.',
  })
  rows?: string[][] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'A file in base64: .xlsx, of which the first visible sheet is read, or text in UTF-8, UTF-16 or GB 18030, with commas, semicolons or tabs.',
  })
  file?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "An earlier import of the viewer's own that is not written yet: its table is looked at with these answers.",
  })
  again?: string | null;
  @Field(() => [PeopleImportColumnInput], {
    nullable: true,
    description: 'Which column is which, where their names do not say it. Leave it out to go by the names.',
  })
  columns?: PeopleImportColumnInput[] | null;
  @Field(() => MissingPeopleEnum, {
    defaultValue: 'KEEP',
    description: 'What to do with active people that the file does not name.',
  })
  missing!: 'KEEP' | 'DEACTIVATE';
  @Field(() => LeaverEnrolmentsEnum, {
    nullable: true,
    description: 'What becomes of the plans of those who are deactivated. Leave it out for what the workspace has set.',
  })
  leaverEnrolments?: LeaverEnrolments | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to write nothing while a single row is left out. Otherwise the good ones are written.',
  })
  allOrNothing!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True to make departments and job roles that the file names and nobody has made. Only who reaches everybody may.',
  })
  createUnits!: boolean;
}

@InputType({ description: 'Which preview to carry out.' })
export class ImportPeopleInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;
  @Field(() => String, { description: '`previewHash` of the import, as it was looked at.' })
  previewHash!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'The number of people that are missing, to deactivate them although they are many. Leave it out otherwise.',
  })
  confirmMissing?: number | null;
}

@ObjectType('PeopleImportPayload', { description: 'The answer to `preparePeopleImport` and `importPeople`.' })
export class PeopleImportPayload {
  @Field(() => PeopleImportType, { nullable: true, description: 'The import. Null when nothing was begun.' })
  import!: PeopleImportType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

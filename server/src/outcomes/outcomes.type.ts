import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { DateScalar } from '../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../access/graphql/user-error.js';
import type { RowResult } from './imported-row.js';
import type { ImportedColumn } from './measurement-columns.js';
import type { MetricDirection, MetricFamily, MetricScale, MetricSource } from './metric.js';

const enumOf = <T extends string>(name: string, values: readonly T[], description?: string): Record<string, T> => {
  const made = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(made, { name, ...(description === undefined ? {} : { description }) });
  return made;
};

export const DirectionEnum = enumOf('Direction', ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER']);
export const MetricFamilyEnum = enumOf('MetricFamily', ['LEARNING', 'TASK', 'COLLABORATION', 'PERFORMANCE', 'SURVEY']);
export const MetricScaleEnum = enumOf('MetricScale', ['CONTINUOUS', 'RATING', 'YES_NO']);
export const MetricSourceEnum = enumOf(
  'MetricSource',
  ['RECORDED', 'SURVEY', 'PROCESS'],
  'PROCESS: computed from the plan’s own course, never recorded.',
);
export const RowResultEnum = enumOf('ImportedRowResult', ['RECORDED', 'SAME', 'REFUSED']);

@ObjectType('Metric', { simpleResolvers: true })
export class MetricType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  unit!: string | null;
  @Field(() => DirectionEnum)
  direction!: MetricDirection;
  @Field(() => MetricFamilyEnum)
  family!: MetricFamily;
  @Field(() => MetricScaleEnum)
  scale!: MetricScale;
  @Field(() => MetricSourceEnum)
  source!: MetricSource;
  @Field(() => Float, { nullable: true })
  low!: number | null;
  @Field(() => Float, { nullable: true })
  high!: number | null;
}

@ObjectType('MetricPayload')
export class MetricPayload {
  @Field(() => MetricType, { nullable: true })
  metric!: MetricType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType()
export class CreateMetricInput {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  unit?: string | null;
  @Field(() => DirectionEnum)
  direction!: MetricDirection;
  @Field(() => MetricFamilyEnum)
  family!: MetricFamily;
  @Field(() => MetricScaleEnum, { nullable: true })
  scale?: MetricScale | null;
  @Field(() => Float, { nullable: true })
  low?: number | null;
  @Field(() => Float, { nullable: true })
  high?: number | null;
}

@InputType()
export class MeasurementInput {
  @Field(() => ID)
  personId!: string;
  @Field(() => Float)
  value!: number;
  @Field(() => DateScalar)
  measuredOn!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'before the plan started' })
  baseline?: boolean | null;
}

@InputType()
export class RecordMeasurementsInput {
  @Field(() => String)
  metricKey!: string;
  @Field(() => [MeasurementInput])
  rows!: MeasurementInput[];
}

@ObjectType('MeasurementsPayload')
export class MeasurementsPayload {
  @Field(() => Int, { description: 'new ones; what was there with the same value is not counted again' })
  recorded!: number;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

const ImportedColumnEnum = {
  EMAIL: 'email',
  NAME: 'name',
  VALUE: 'value',
  DATE: 'date',
  BASELINE: 'baseline',
} as const;
registerEnumType(ImportedColumnEnum, { name: 'ImportedColumn' });

@InputType()
export class ImportColumnInput {
  @Field(() => ImportedColumnEnum)
  column!: ImportedColumn;
  @Field(() => String, { nullable: true, description: 'of a candidate of the question; null = the table has none' })
  letter?: string | null;
}

@InputType()
export class ImportMeasurementsInput {
  @Field(() => String)
  metricKey!: string;
  @Field(() => String, {
    nullable: true,
    description: 'pasted text, with a row of names: email or name, value, date, baseline',
  })
  csv?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'base64 of a file: .xlsx, whose first visible sheet is read, or text in UTF-8, UTF-16 or GB 18030',
  })
  file?: string | null;
  @Field(() => String, { nullable: true, deprecationReason: 'use file' })
  xlsx?: string | null;
  @Field(() => [ImportColumnInput], { nullable: true, description: 'answers to questions of an earlier attempt' })
  columns?: ImportColumnInput[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'tells what would be done, does nothing' })
  dryRun?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'one row that cannot be taken leaves out all; else the good ones are recorded',
  })
  allOrNothing?: boolean | null;
}

@ObjectType('ImportColumnCandidate', { simpleResolvers: true })
export class ImportColumnCandidateType {
  @Field(() => String)
  letter!: string;
  @Field(() => String, { description: 'as the table names it' })
  name!: string;
  @Field(() => [String], { description: 'the first things that stand in it' })
  samples!: string[];
}

@ObjectType('ImportQuestion', { simpleResolvers: true, description: 'a column that the names do not tell' })
export class ImportQuestionType {
  @Field(() => ImportedColumnEnum)
  column!: ImportedColumn;
  @Field(() => Boolean, { description: 'the table may be without it' })
  optional!: boolean;
  @Field(() => [ImportColumnCandidateType])
  candidates!: ImportColumnCandidateType[];
}

@ObjectType('ImportedCell', { simpleResolvers: true })
export class ImportedCellType {
  @Field(() => ImportedColumnEnum)
  column!: ImportedColumn;
  @Field(() => String, { description: 'what stood there' })
  given!: string;
  @Field(() => Boolean, { description: 'the row is refused because of it' })
  wrong!: boolean;
  @Field(() => [String], { description: 'how it was read, or what is wrong with it' })
  notes!: string[];
}

@ObjectType('ImportedRow', { simpleResolvers: true })
export class ImportedRowType {
  @Field(() => Int, { description: 'of the file, from 1' })
  line!: number;
  @Field(() => RowResultEnum)
  result!: RowResult;
  @Field(() => String)
  person!: string;
  @Field(() => [ImportedCellType], { description: 'from left to right, without columns that are not read' })
  cells!: ImportedCellType[];
  @Field(() => [String], { description: 'what was done to the row and why' })
  notes!: string[];
}

@ObjectType('ImportMeasurementsPayload')
export class ImportMeasurementsPayload {
  @Field(() => Int)
  recorded!: number;
  @Field(() => [ImportedRowType])
  rows!: ImportedRowType[];
  @Field(() => [String], { description: 'of the table as a whole: its sheet, its encoding, lines left out' })
  notes!: string[];
  @Field(() => [ImportQuestionType], { description: 'nothing is recorded before they are answered' })
  questions!: ImportQuestionType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('Measurement')
export class MeasurementType {
  @Field(() => ID)
  id!: string;
  @Field(() => Float)
  value!: number;
  @Field(() => DateScalar)
  measuredOn!: string;
  @Field(() => Boolean)
  baseline!: boolean;
  @Field(() => String, { description: 'MANUAL, IMPORT or CONNECTOR' })
  source!: string;

  personUuid!: string;
}

export const MeasurementConnection = connectionOf('Measurement', () => MeasurementType);

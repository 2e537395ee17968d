import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { DateScalar } from '../access/graphql/scalars.js';
import { UserError, type UserErrorData } from '../access/graphql/user-error.js';
import type { ImportedColumn, RowResult } from './import-measurements.js';
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
  @Field(() => [UserError])
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
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@InputType()
export class ImportMeasurementsInput {
  @Field(() => String)
  metricKey!: string;
  @Field(() => String, {
    nullable: true,
    description: 'with a first row of names: email or name, value, date, baseline',
  })
  csv?: string | null;
  @Field(() => String, { nullable: true, description: 'base64 of an .xlsx file; its first sheet is read' })
  xlsx?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'tells what would be done, does nothing' })
  dryRun?: boolean | null;
}

const ImportedColumnEnum = {
  EMAIL: 'email',
  NAME: 'name',
  VALUE: 'value',
  DATE: 'date',
  BASELINE: 'baseline',
} as const;
registerEnumType(ImportedColumnEnum, { name: 'ImportedColumn' });

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
  @Field(() => Int, { description: 'in the table, from 1; the row of names is the first' })
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
  @Field(() => [UserError])
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

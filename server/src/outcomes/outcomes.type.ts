import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  connectionOf,
  DateScalar,
  described,
  enumOf,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import type { RowResult } from './imported-row.js';
import type { ImportedColumn } from './measurement-columns.js';
import type { MetricDirection, MetricFamily, MetricScale, MetricSource } from './metric.js';

export const DirectionEnum = enumOf<MetricDirection>('Direction', 'Which values of a metric are better.', {
  HIGHER_IS_BETTER: 'Higher values are better.',
  LOWER_IS_BETTER: 'Lower values are better.',
});
export const MetricFamilyEnum = enumOf<MetricFamily>('MetricFamily', 'What a metric is about.', {
  LEARNING: 'Learning: courses and time spent.',
  TASK: 'Tasks: timeliness, quality and feedback.',
  COLLABORATION: 'Working with others.',
  PERFORMANCE: 'Performance of the person or their team.',
  SURVEY: 'What superiors, teams or learners say.',
});
export const MetricScaleEnum = enumOf<MetricScale>('MetricScale', 'What the values of a metric are like.', {
  CONTINUOUS: 'Any number within the bounds.',
  RATING: 'A rating in steps.',
  YES_NO: '1 for yes, 0 for no.',
});
export const MetricSourceEnum = enumOf<MetricSource>('MetricSource', 'Where the values of a metric come from.', {
  RECORDED: 'Recorded by people, imported from tables or read by connectors.',
  SURVEY: 'Answers to surveys.',
  PROCESS: "Computed from people's progress in the plan; it takes no recorded values.",
});
export const RowResultEnum = enumOf<RowResult>('ImportedRowResult', 'What became of a row of an imported table.', {
  RECORDED: 'Its value was recorded, or would be.',
  SAME: 'Its value was known already.',
  REFUSED: 'It cannot be recorded; its notes say why.',
});

@ObjectType('Metric', {
  simpleResolvers: true,
  description: 'Something that is measured about people to tell whether a plan works.',
})
export class MetricType {
  @Field(() => String, { description: 'Key by which plans and experiments name it.' })
  key!: string;
  @Field(() => String, { description: 'Name in the requested language.' })
  title!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Unit of its values, such as `%` or `h`. Null when it has none.',
  })
  unit!: string | null;
  @Field(() => DirectionEnum, { description: 'Which way is better.' })
  direction!: MetricDirection;
  @Field(() => MetricFamilyEnum, { description: 'What it is about.' })
  family!: MetricFamily;
  @Field(() => MetricScaleEnum, { description: 'What its values are like.' })
  scale!: MetricScale;
  @Field(() => MetricSourceEnum, { description: 'Where its values come from.' })
  source!: MetricSource;
  @Field(() => Float, {
    nullable: true,
    description: 'The smallest value it takes. Null when there is no lower bound.',
  })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'The largest value it takes. Null when there is no upper bound.' })
  high!: number | null;
}

@ObjectType('MetricPayload', { description: 'The answer to `createMetric`.' })
export class MetricPayload {
  @Field(() => MetricType, { nullable: true, description: 'The new metric. Null when none was created.' })
  metric!: MetricType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: 'A new metric of the workspace.' })
export class CreateMetricInput {
  @Field(() => String, {
    description:
      'Key by which plans and experiments name it: lower-case letters, digits and hyphens, at most 63 characters.',
  })
  key!: string;
  @Field(() => String, { description: 'Name in the requested language, 1 to 200 characters.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Unit of its values, at most 20 characters.' })
  unit?: string | null;
  @Field(() => DirectionEnum, { description: 'Which way is better.' })
  direction!: MetricDirection;
  @Field(() => MetricFamilyEnum, { description: 'What it is about.' })
  family!: MetricFamily;
  @Field(() => MetricScaleEnum, { nullable: true, description: 'What its values are like. CONTINUOUS when left out.' })
  scale?: MetricScale | null;
  @Field(() => Float, { nullable: true, description: 'The smallest value it takes. Leave it out for no lower bound.' })
  low?: number | null;
  @Field(() => Float, { nullable: true, description: 'The largest value it takes. Leave it out for no upper bound.' })
  high?: number | null;
}

@InputType({ description: 'One measured value of one person.' })
export class MeasurementInput {
  @Field(() => ID, { description: 'The person it was measured for.' })
  personId!: string;
  @Field(() => Float, { description: "The value, in the metric's unit." })
  value!: number;
  @Field(() => DateScalar, { description: 'The day it was measured, not in the future.' })
  measuredOn!: string;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True for a value from before the plan began.',
  })
  baseline?: boolean | null;
}

@InputType({ description: 'Values of one metric.' })
export class RecordMeasurementsInput {
  @Field(() => String, {
    description: 'Key of the metric. Metrics with source PROCESS are computed and take no values.',
  })
  metricKey!: string;
  @Field(() => [MeasurementInput], { description: 'The values. Either all are recorded or none is.' })
  rows!: MeasurementInput[];
}

@ObjectType('MeasurementsPayload', { description: 'The answer to `recordMeasurements`.' })
export class MeasurementsPayload {
  @Field(() => Int, { description: 'How many values are new. Values that were known already are not counted.' })
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
registerEnumType(ImportedColumnEnum, {
  name: 'ImportedColumn',
  description: 'What a column of an imported table holds.',
  valuesConfig: described({
    EMAIL: 'E-mail address of the person.',
    NAME: 'Name of the person.',
    VALUE: 'The measured value.',
    DATE: 'The day it was measured.',
    BASELINE: 'Whether the value is from before the plan.',
  }),
});

@InputType({ description: 'Which column of the table is which.' })
export class ImportColumnInput {
  @Field(() => ImportedColumnEnum, { description: 'What the column holds.' })
  column!: ImportedColumn;
  @Field(() => String, {
    nullable: true,
    description: 'Letter of the column, from a candidate of the question. Null when the table has no such column.',
  })
  letter?: string | null;
}

@InputType({ description: 'A table of values of one metric. Send either `csv` or `file`.' })
export class ImportMeasurementsInput {
  @Field(() => String, { description: 'Key of the metric.' })
  metricKey!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Pasted text with a row of column names: e-mail or name, value, date, baseline.',
  })
  csv?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'A file in base64: .xlsx, of which the first visible sheet is read, or text in UTF-8, UTF-16 or GB 18030.',
  })
  file?: string | null;
  @Field(() => String, { nullable: true, deprecationReason: 'use file', description: 'A file in base64.' })
  xlsx?: string | null;
  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'Answers to the `questions` of an earlier attempt.',
  })
  columns?: ImportColumnInput[] | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True to be told what would be recorded without recording it.',
  })
  dryRun?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True to record nothing when a single row is refused. Otherwise the other rows are recorded.',
  })
  allOrNothing?: boolean | null;
}

@ObjectType('ImportColumnCandidate', {
  simpleResolvers: true,
  description: 'A column of the table that may be the one a question asks for.',
})
export class ImportColumnCandidateType {
  @Field(() => String, { description: 'Letter of the column: `A`, `B` and so on.' })
  letter!: string;
  @Field(() => String, { description: "The column's name in the table." })
  name!: string;
  @Field(() => [String], { description: 'The first values in the column.' })
  samples!: string[];
}

@ObjectType('ImportQuestion', {
  simpleResolvers: true,
  description: "A column that cannot be told from the table's column names.",
})
export class ImportQuestionType {
  @Field(() => ImportedColumnEnum, { description: 'Which column is asked for.' })
  column!: ImportedColumn;
  @Field(() => Boolean, { description: 'Whether the table may do without it.' })
  optional!: boolean;
  @Field(() => [ImportColumnCandidateType], { description: 'Columns it may be.' })
  candidates!: ImportColumnCandidateType[];
}

@ObjectType('ImportedCell', { simpleResolvers: true, description: 'One cell of an imported row.' })
export class ImportedCellType {
  @Field(() => ImportedColumnEnum, { description: 'What the column holds.' })
  column!: ImportedColumn;
  @Field(() => String, { description: 'What the cell contains in the table.' })
  given!: string;
  @Field(() => Boolean, { description: 'True when the row is refused because of this cell.' })
  wrong!: boolean;
  @Field(() => [String], { description: 'How it was read, or what is wrong with it.' })
  notes!: string[];
}

@ObjectType('ImportedRow', { simpleResolvers: true, description: 'One row of an imported table.' })
export class ImportedRowType {
  @Field(() => Int, { description: 'Line in the file, from 1.' })
  line!: number;
  @Field(() => RowResultEnum, { description: 'What became of the row.' })
  result!: RowResult;
  @Field(() => String, { description: 'Name of the person it is about, as far as it could be told.' })
  person!: string;
  @Field(() => [ImportedCellType], { description: 'Its cells from left to right, without columns that are not read.' })
  cells!: ImportedCellType[];
  @Field(() => [String], { description: 'What was done with the row, and why.' })
  notes!: string[];
}

@ObjectType('ImportMeasurementsPayload', { description: 'The answer to `importMeasurements`.' })
export class ImportMeasurementsPayload {
  @Field(() => Int, { description: 'How many values were recorded, or would be with `dryRun`.' })
  recorded!: number;
  @Field(() => [ImportedRowType], { description: 'What became of each row.' })
  rows!: ImportedRowType[];
  @Field(() => [String], {
    description: 'About the table as a whole: its sheet, its encoding, lines that were left out.',
  })
  notes!: string[];
  @Field(() => [ImportQuestionType], {
    description: 'Columns to name in `columns` before anything is recorded. Empty when all are clear.',
  })
  questions!: ImportQuestionType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('Measurement', { description: 'One measured value of one person.' })
export class MeasurementType {
  @Field(() => ID, { description: 'Identifier of the measurement.' })
  id!: string;
  @Field(() => Float, { description: "The value, in the metric's unit." })
  value!: number;
  @Field(() => DateScalar, { description: 'The day it was measured.' })
  measuredOn!: string;
  @Field(() => Boolean, { description: 'True for a value from before the plan began.' })
  baseline!: boolean;
  @Field(() => String, { description: 'How it came in: `MANUAL`, `IMPORT` or `CONNECTOR`.' })
  source!: string;

  personUuid!: string;
}

export const MeasurementConnection = connectionOf('Measurement', () => MeasurementType);

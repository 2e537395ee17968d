import type { Instant } from '@planwright/schema/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, described, globalId, Node } from '../access/graphql/index.js';
import type { FindingRecord, ReportRecord } from './report-record.js';

export enum EvidenceGrade {
  STRONG = 'STRONG',
  MODERATE = 'MODERATE',
  NOT_ENOUGH_DATA = 'NOT_ENOUGH_DATA',
}
registerEnumType(EvidenceGrade, {
  name: 'EvidenceGrade',
  description: 'How well a finding is supported.',
  valuesConfig: described({
    STRONG: 'The data leave little doubt.',
    MODERATE: 'The data speak for it.',
    NOT_ENOUGH_DATA: 'There are too few data to tell. No edits are offered.',
  }),
});

/** Its words are in the record, in both languages: `finding.resolver.ts` picks the reader's. */
@ObjectType('Finding', {
  implements: Node,
  description: 'Something the report found about the plan or its mentors, with what to do about it.',
})
export class FindingType extends Node {
  @Field(() => String, { description: 'Stable code of the rule that found it, such as `R39`.' })
  rule!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item it is about. Null when it is about something else.',
  })
  itemKey?: string | null;
  @Field(() => EvidenceGrade, { description: 'How well it is supported.' })
  grade!: `${EvidenceGrade}`;
  @Field(() => Boolean, { description: 'Whether it comes with edits that `applySuggestion` can make in the draft.' })
  applicable!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its suggestion was carried out. Null until then.' })
  appliedAt?: Instant | null;

  record!: FindingRecord;
}

/** Sections are resolved from the record in the reader's language. */
@ObjectType('EvaluationReport', {
  implements: Node,
  description:
    'What a run of a plan achieved: progress, outcomes and findings, with how sure each figure is. HR of a department reads about the people they cover.',
})
export class EvaluationReportType extends Node {
  @Field(() => DateTimeScalar, { description: 'When its figures were computed.' })
  generatedAt!: Instant;
  @Field(() => String, {
    description:
      'What it can show: `RANDOMISED` with an experiment, `BEFORE_AFTER` with outcomes, else `PROCESS_ONLY`.',
  })
  design!: string;
  @Field(() => Int, { description: 'How many pairs of figures were looked at for correlations.' })
  scanned!: number;
  @Field(() => Int, { description: 'How many groups are too small to be shown.' })
  suppressed!: number;

  record!: ReportRecord;
}

export const ReportConnection = connectionOf('Report', () => EvaluationReportType, 'EvaluationReport');

@InputType({ description: 'Which finding to act on.' })
export class ApplySuggestionInput {
  @Field(() => ID, { description: 'Global id of a finding with edits.' })
  findingId!: string;
}

export function reportFrom(record: ReportRecord): EvaluationReportType & { __typename: 'EvaluationReport' } {
  const { id, generatedAt, body } = record;
  return {
    __typename: 'EvaluationReport',
    id: globalId('EvaluationReport', id),
    generatedAt,
    design: body.design,
    scanned: body.scanned,
    suppressed: body.suppressed,
    record,
  };
}

/** Edits stand on evidence; reports from before that rule keep edits that nobody is offered. */
export const isApplicable = ({ commands, grade }: Pick<FindingRecord, 'commands' | 'grade'>): boolean =>
  commands.length > 0 && grade !== 'NOT_ENOUGH_DATA';

export function findingFrom(record: FindingRecord): FindingType & { __typename: 'Finding' } {
  const { id, rule, itemKey, grade, appliedAt } = record;
  return {
    __typename: 'Finding',
    id: globalId('Finding', id),
    rule,
    itemKey,
    grade,
    applicable: isApplicable(record),
    appliedAt,
    record,
  };
}

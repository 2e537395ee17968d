import type { Instant } from '@planwright/schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { globalId } from '../access/graphql/global-id.js';
import { Node } from '../access/graphql/node.js';
import { DateTimeScalar } from '../access/graphql/scalars.js';
import type { FindingRecord, ReportRecord } from './report-record.js';

export enum EvidenceGrade {
  STRONG = 'STRONG',
  MODERATE = 'MODERATE',
  NOT_ENOUGH_DATA = 'NOT_ENOUGH_DATA',
}
registerEnumType(EvidenceGrade, { name: 'EvidenceGrade' });

/** Its words are in the record, in both languages: `finding.resolver.ts` picks the reader's. */
@ObjectType('Finding', { implements: Node })
export class FindingType extends Node {
  @Field(() => String)
  rule!: string;
  @Field(() => String, { nullable: true })
  itemKey?: string | null;
  @Field(() => EvidenceGrade)
  grade!: `${EvidenceGrade}`;
  @Field(() => Boolean, { description: 'whether it stands for edits of the plan, which applySuggestion makes' })
  applicable!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'when its edits were made in the draft' })
  appliedAt?: Instant | null;

  record!: FindingRecord;
}

/** Sections are resolved from the record in the reader's language. */
@ObjectType('EvaluationReport', { implements: Node })
export class EvaluationReportType extends Node {
  @Field(() => DateTimeScalar)
  generatedAt!: Instant;
  @Field(() => String, { description: 'RANDOMISED, BEFORE_AFTER or PROCESS_ONLY' })
  design!: string;
  @Field(() => Int, { description: 'pairs that were looked at' })
  scanned!: number;
  @Field(() => Int, { description: 'groups that are too small to be shown' })
  suppressed!: number;

  record!: ReportRecord;
}

export const ReportConnection = connectionOf('Report', () => EvaluationReportType);

@InputType()
export class ApplySuggestionInput {
  @Field(() => ID)
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

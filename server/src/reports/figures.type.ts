import { type Language, textIn } from '@planwright/schema';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../access/person.type.js';
import type { CorrelationLine, ItemLine, MentorLine, ReportBody, ShareLine } from './analysis/report-data.js';
import type { MethodNote } from './report-record.js';

@ObjectType('Share', { simpleResolvers: true })
export class ShareType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => Float, { nullable: true })
  share?: number | null;
  @Field(() => Float, { nullable: true })
  low?: number | null;
  @Field(() => Float, { nullable: true })
  high?: number | null;
  @Field(() => Int)
  count!: number;
  @Field(() => Int)
  of!: number;
  @Field(() => Boolean, { description: 'so few people that it is not shown, or would tell another such group' })
  suppressed!: boolean;
}

@ObjectType('Correlation', { simpleResolvers: true })
export class CorrelationType {
  @Field(() => String)
  x!: string;
  @Field(() => String)
  y!: string;
  @Field(() => Int)
  n!: number;
  @Field(() => Float, { nullable: true })
  pearson?: number | null;
  @Field(() => Float, { nullable: true })
  spearman?: number | null;
  @Field(() => Float, { nullable: true })
  low?: number | null;
  @Field(() => Float, { nullable: true })
  high?: number | null;
  @Field(() => Float, { nullable: true })
  adjustedP?: number | null;
  @Field(() => String)
  badge!: string;
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@ObjectType('ItemFigures', { simpleResolvers: true })
export class ItemFiguresType {
  @Field(() => String)
  itemKey!: string;
  @Field(() => String)
  title!: string;
  @Field(() => ShareType)
  completion!: ShareType;
  @Field(() => ShareType)
  onTime!: ShareType;
  @Field(() => Float, { nullable: true, description: 'mean score, 0–100' })
  quality?: number | null;
  @Field(() => Float, { nullable: true })
  qualityLow?: number | null;
  @Field(() => Float, { nullable: true })
  qualityHigh?: number | null;
  @Field(() => Int, { description: 'people who were scored' })
  qualityOf!: number;
  @Field(() => CorrelationType, { nullable: true })
  association?: CorrelationType | null;
}

@ObjectType('MentorFigures')
export class MentorFiguresType {
  @Field(() => PersonType)
  mentor!: PersonType;
  @Field(() => ShareType)
  timely!: ShareType;
  @Field(() => Boolean)
  outsideLimits!: boolean;
  @Field(() => Float, { nullable: true, description: 'what chance alone gives in 95 of 100 periods' })
  warnBelow?: number | null;
  @Field(() => Float, { nullable: true, description: 'what chance alone hardly ever gives' })
  alarmBelow?: number | null;
}

@ObjectType('FlowStep', { simpleResolvers: true })
export class FlowStepType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => Int)
  count!: number;
}

@ObjectType('MethodNote', { simpleResolvers: true })
export class MethodNoteType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String)
  text!: string;
}

export const shareFrom = (
  { key, title, share, low, high, count, of, suppressed }: ShareLine,
  language: Language,
): ShareType => ({
  key,
  title: textIn(title, language),
  share,
  low,
  high,
  count,
  of,
  suppressed,
});

/** `x` and `y` as the reader calls them. */
export const correlationFrom = (line: CorrelationLine, language: Language): CorrelationType => ({
  ...line,
  x: textIn(line.xTitle, language),
  y: textIn(line.yTitle, language),
  reason: line.reason ? textIn(line.reason, language) : null,
});

export const itemFiguresFrom = (line: ItemLine, language: Language): ItemFiguresType => ({
  itemKey: line.itemKey,
  title: textIn(line.title, language),
  completion: shareFrom(line.completion, language),
  onTime: shareFrom(line.onTime, language),
  quality: line.quality?.mean ?? null,
  qualityLow: line.quality?.low ?? null,
  qualityHigh: line.quality?.high ?? null,
  qualityOf: line.quality?.n ?? 0,
  association: line.association && correlationFrom(line.association, language),
});

export const mentorFiguresFrom = (
  { timely, limits, outsideLimits }: MentorLine,
  mentor: PersonType,
  language: Language,
): MentorFiguresType => ({
  mentor,
  timely: shareFrom(timely, language),
  outsideLimits,
  warnBelow: limits?.warn.low ?? null,
  alarmBelow: limits?.alarm.low ?? null,
});

export const flowStepFrom = ({ key, title, count }: ReportBody['flow'][number], language: Language): FlowStepType => ({
  key,
  title: textIn(title, language),
  count,
});

export const methodNoteFrom = ({ key, title, text }: MethodNote, language: Language): MethodNoteType => ({
  key,
  title: textIn(title, language),
  text: textIn(text, language),
});

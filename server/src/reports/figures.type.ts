import { type Language, textIn } from '@planwright/schema/text';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../access/index.js';
import type { CorrelationLine, ItemLine, MentorLine, ReportBody, ShareLine } from './analysis/report-data.js';
import type { MethodNote } from './report-record.js';

@ObjectType('Share', {
  simpleResolvers: true,
  description: 'A share of people or things, with its numerator, denominator and interval.',
})
export class ShareType {
  @Field(() => String, { description: 'What it is a share of, or the group it is about.' })
  key!: string;
  @Field(() => String, { description: 'Its name in the requested language.' })
  title!: string;
  @Field(() => Float, {
    nullable: true,
    description: '`count` divided by `of`, 0 to 1. Null when `of` is 0 or the group is not shown.',
  })
  share?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % interval, 0 to 1. Null when there is none.',
  })
  low?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % interval, 0 to 1. Null when there is none.',
  })
  high?: number | null;
  @Field(() => Int, { description: 'Numerator.' })
  count!: number;
  @Field(() => Int, { description: 'Denominator.' })
  of!: number;
  @Field(() => Boolean, {
    description:
      'True when the group is not shown: it has fewer than five people, or would give away another such group.',
  })
  suppressed!: boolean;
}

@ObjectType('Correlation', { simpleResolvers: true, description: 'How two figures go together.' })
export class CorrelationType {
  @Field(() => String, { description: 'Name of the first figure in the requested language.' })
  x!: string;
  @Field(() => String, { description: 'Name of the second figure in the requested language.' })
  y!: string;
  @Field(() => Int, { description: 'People for which both are known.' })
  n!: number;
  @Field(() => Float, { nullable: true, description: "Pearson's r, −1 to 1. Null when it cannot be computed." })
  pearson?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Spearman's rank correlation, −1 to 1. Null when it cannot be computed.",
  })
  spearman?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % interval of `pearson`. Null when there is none.',
  })
  low?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % interval of `pearson`. Null when there is none.',
  })
  high?: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'The p-value adjusted for the number of pairs looked at (Benjamini–Hochberg), 0 to 1. Null when there is none.',
  })
  adjustedP?: number | null;
  @Field(() => String, {
    description:
      'How far it can be trusted: `SOLID`, `EXPLORATORY` for few people, `TOO_FEW`, or `NONE` when it cannot be computed.',
  })
  badge!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why there is no coefficient, in the requested language. Null when there is one.',
  })
  reason?: string | null;
}

@ObjectType('ItemFigures', { simpleResolvers: true, description: 'How people did with one item of the plan.' })
export class ItemFiguresType {
  @Field(() => String, { description: 'Key of the item in the plan.' })
  itemKey!: string;
  @Field(() => String, { description: 'Title of the item in the requested language.' })
  title!: string;
  @Field(() => ShareType, { description: 'How many people completed it.' })
  completion!: ShareType;
  @Field(() => ShareType, { description: 'How many people were on time.' })
  onTime!: ShareType;
  @Field(() => Float, { nullable: true, description: 'Mean score, 0 to 100. Null when nobody was scored.' })
  quality?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % interval of the mean score. Null when there is none.',
  })
  qualityLow?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % interval of the mean score. Null when there is none.',
  })
  qualityHigh?: number | null;
  @Field(() => Int, { description: 'How many people were scored.' })
  qualityOf!: number;
  @Field(() => CorrelationType, {
    nullable: true,
    description: 'How the item goes together with the outcome. Null when no outcome was measured.',
  })
  association?: CorrelationType | null;
}

@ObjectType('MentorFigures', { description: 'How often a mentor gave feedback in time.' })
export class MentorFiguresType {
  @Field(() => PersonType, { description: 'The mentor.' })
  mentor!: PersonType;
  @Field(() => ShareType, { description: 'Reviews in time, of all reviews that were due.' })
  timely!: ShareType;
  @Field(() => Boolean, { description: 'True when the share lies below `alarmBelow`.' })
  outsideLimits!: boolean;
  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the range in which chance alone keeps the share in 95 of 100 periods, 0 to 1. Null with fewer than ten reviews.',
  })
  warnBelow?: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the range in which chance alone keeps the share in 998 of 1,000 periods, 0 to 1. Null with fewer than ten reviews.',
  })
  alarmBelow?: number | null;
}

@ObjectType('FlowStep', { simpleResolvers: true, description: 'How many people got this far.' })
export class FlowStepType {
  @Field(() => String, { description: 'The step: `enrolled`, `cancelled`, `started`, `completed` or `measured`.' })
  key!: string;
  @Field(() => String, { description: 'Its name in the requested language.' })
  title!: string;
  @Field(() => Int, { description: 'How many people.' })
  count!: number;
}

@ObjectType('MethodNote', { simpleResolvers: true, description: 'How a kind of figure in the report is computed.' })
export class MethodNoteType {
  @Field(() => String, { description: 'What it is about.' })
  key!: string;
  @Field(() => String, { description: 'Its heading in the requested language.' })
  title!: string;
  @Field(() => String, { description: 'The explanation in the requested language.' })
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

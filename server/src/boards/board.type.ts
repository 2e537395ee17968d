import type { ItemKind, Requirement } from '@planwright/schema';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../access/graphql/scalars.js';
import { ItemKindEnum, RequirementEnum } from '../plans/item-kind.type.js';
import type { BoardChangeShape } from './board-change.js';
import type { BoardRowShape, BoardShape, RowPage } from './board-shape.js';
import type { boardCounters } from './figures.js';

/** One row has a dozen leaves and a board hundreds of rows: every type here resolves by plain properties. */
@ObjectType('BoardColumn', { simpleResolvers: true })
export class BoardColumnType {
  @Field(() => String)
  itemKey!: string;
  @Field(() => String)
  stageKey!: string;
  @Field(() => String)
  stageTitle!: string;
  @Field(() => Int, { description: 'index of the stage in its plan: picks its colour' })
  stageIndex!: number;
  @Field(() => String, { nullable: true })
  weeks?: string | null;
  @Field(() => String)
  title!: string;
  @Field(() => ItemKindEnum)
  kind!: ItemKind;
  @Field(() => RequirementEnum)
  requirement!: Requirement;
}

@ObjectType('BoardRow', { simpleResolvers: true })
export class BoardRowType implements BoardRowShape {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => ID)
  personId!: string;
  @Field(() => String)
  personName!: string;
  @Field(() => ID, { nullable: true })
  departmentId!: string | null;
  @Field(() => ID, { nullable: true })
  mentorId!: string | null;
  @Field(() => String, { nullable: true })
  mentorName!: string | null;
  @Field(() => Int)
  versionNumber!: number;
  @Field(() => String)
  states!: string;
  @Field(() => Float)
  completion!: number;
  @Field(() => Int)
  overdue!: number;
  @Field(() => Float, { nullable: true })
  score!: number | null;
  @Field(() => DateTimeScalar, { nullable: true })
  lastEventAt!: string | null;
}

@ObjectType('BoardCounters', { simpleResolvers: true })
export class BoardCountersType implements ReturnType<typeof boardCounters> {
  @Field(() => Int)
  people!: number;
  @Field(() => Float)
  completion!: number;
  @Field(() => Int)
  doneCount!: number;
  @Field(() => Int)
  doneOf!: number;
  @Field(() => Float, { nullable: true })
  onTime!: number | null;
  @Field(() => Int)
  onTimeCount!: number;
  @Field(() => Int)
  onTimeOf!: number;
  @Field(() => Float, { nullable: true })
  feedbackGiven!: number | null;
  @Field(() => Int)
  feedbackCount!: number;
  @Field(() => Float, { nullable: true })
  feedbackInTime!: number | null;
  @Field(() => Int)
  feedbackInTimeCount!: number;
  @Field(() => Int)
  feedbackOf!: number;
  @Field(() => Int)
  overdue!: number;
  @Field(() => Int)
  overduePeople!: number;
  @Field(() => Int, { description: 'submissions that wait for a review now, and the first deadline among them' })
  waiting!: number;
  @Field(() => Int)
  finished!: number;
  @Field(() => DateTimeScalar, { nullable: true })
  nextFeedbackDueAt!: string | null;
}

@ObjectType('Board', {
  simpleResolvers: true,
  description:
    'Packed for speed: people in rows, items in columns, one character a cell (plan-language.md, section 9). A mentor or superior sees the rows of his people, and counters over them.',
})
export class BoardType implements BoardShape {
  boardId!: string;
  @Field(() => String)
  cursor!: string;
  @Field(() => [BoardColumnType])
  columns!: BoardShape['columns'];
  @Field(() => BoardCountersType)
  counters!: BoardShape['counters'];
  readRows!: (page: RowPage) => Promise<BoardRowShape[]> | BoardRowShape[];
}

export enum BoardChangeKind {
  SNAPSHOT = 'SNAPSHOT',
  PATCH = 'PATCH',
}
registerEnumType(BoardChangeKind, { name: 'BoardChangeKind' });

@ObjectType('BoardChange', { simpleResolvers: true })
export class BoardChangeType implements BoardChangeShape {
  @Field(() => BoardChangeKind)
  kind!: `${BoardChangeKind}`;
  @Field(() => String)
  cursor!: string;
  @Field(() => String, { nullable: true })
  previousCursor!: string | null;
  @Field(() => BoardType, { nullable: true })
  board!: BoardShape | null;
  @Field(() => [BoardRowType])
  rows!: BoardRowShape[];
  @Field(() => [ID])
  removed!: string[];
  @Field(() => BoardCountersType)
  counters!: BoardChangeShape['counters'];
}

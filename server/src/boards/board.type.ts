import type { ItemKind, Requirement } from '@planwright/schema/kinds';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, declareFields, described } from '../access/graphql/index.js';
import { ItemKindEnum, RequirementEnum } from '../plans/index.js';
import type { BoardChangeShape } from './board-change.js';
import type { BoardRowShape, BoardShape, RowPage } from './board-shape.js';
import { COUNTER_FIELDS } from './figures/board-counters.js';

/** One row has a dozen leaves and a board hundreds of rows: every type here resolves by plain properties. */
@ObjectType('BoardColumn', { simpleResolvers: true, description: 'One item, as a column of the board.' })
export class BoardColumnType {
  @Field(() => String, { description: 'Key of the item in the plan.' })
  itemKey!: string;
  @Field(() => String, { description: 'Key of its stage.' })
  stageKey!: string;
  @Field(() => String, { description: 'Title of its stage in the requested language.' })
  stageTitle!: string;
  @Field(() => Int, { description: 'Place of the stage in the plan, from 0. Picks its colour.' })
  stageIndex!: number;
  @Field(() => String, {
    nullable: true,
    description: "Calendar weeks of the stage's window, such as `3–8`. Null when its dates do not say.",
  })
  weeks?: string | null;
  @Field(() => String, { description: 'Title of the item in the requested language.' })
  title!: string;
  @Field(() => ItemKindEnum, { description: 'What kind of item it is.' })
  kind!: ItemKind;
  @Field(() => RequirementEnum, { description: 'Whether it has to be done.' })
  requirement!: Requirement;
}

@ObjectType('BoardRow', { simpleResolvers: true, description: 'One person, as a row of the board.' })
export class BoardRowType implements BoardRowShape {
  @Field(() => ID, { description: 'Global id of the enrolment.' })
  enrolmentId!: string;
  @Field(() => ID, { description: 'Global id of the person.' })
  personId!: string;
  @Field(() => String, { description: 'Name of the person.' })
  personName!: string;
  @Field(() => ID, {
    nullable: true,
    description: "Global id of their department. Null when there is none, or the viewer may not see the person's file.",
  })
  departmentId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Global id of their mentor. Null when there is none.' })
  mentorId!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of their mentor. Null when there is none.' })
  mentorName!: string | null;
  @Field(() => Int, { description: 'Number of the plan version they run.' })
  versionNumber!: number;
  @Field(() => String, {
    description:
      "One character for each column, in the order of `columns`: `.` locked, `o` open, `s` started, `u` submitted, `r` returned, `d` done, `x` failed or rejected, `e` excused, `-` not applicable or not in this person's version. A capital letter means the same and overdue.",
  })
  states!: string;
  @Field(() => Float, { description: 'What is done divided by what is needed, 0 to 1.' })
  completion!: number;
  @Field(() => Int, { description: 'How many items are overdue now.' })
  overdue!: number;
  @Field(() => Float, { nullable: true, description: 'Score of the whole plan, 0 to 100. Null until there is one.' })
  score!: number | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When something was last recorded about the person. Null when nothing was.',
  })
  lastEventAt!: string | null;
}

@ObjectType('BoardCounters', {
  simpleResolvers: true,
  description:
    'Figures over the people the viewer sees on the board. Numerators and denominators are added up over these people; shares run from 0 to 1 and are null while nothing counts towards them.',
})
export class BoardCountersType {}
declareFields(BoardCountersType, COUNTER_FIELDS);

@ObjectType('Board', {
  simpleResolvers: true,
  description:
    'A cohort at a glance: people in rows, items in columns, one character a cell. A mentor or superior sees the rows of their people, and counters over them.',
})
export class BoardType implements BoardShape {
  boardId!: string;
  @Field(() => String, {
    description:
      'Where this board stands; opaque. Pass it to `boardChanged` as `since` to receive what changes from here on.',
  })
  cursor!: string;
  @Field(() => [BoardColumnType], {
    description:
      'The items of the newest version in the order of the plan, followed by those that only older versions on this board have.',
  })
  columns!: BoardShape['columns'];
  @Field(() => BoardCountersType, { description: 'Figures over the people the viewer sees.' })
  counters!: BoardShape['counters'];
  readRows!: (page: RowPage) => Promise<BoardRowShape[]> | BoardRowShape[];
}

export enum BoardChangeKind {
  SNAPSHOT = 'SNAPSHOT',
  PATCH = 'PATCH',
}
registerEnumType(BoardChangeKind, {
  name: 'BoardChangeKind',
  description: 'What a message about a board holds.',
  valuesConfig: described({
    SNAPSHOT: 'The whole board. It replaces everything the client has.',
    PATCH: 'Only the rows that changed or are gone, and the counters.',
  }),
});

@ObjectType('BoardChange', { simpleResolvers: true, description: 'A message about a board.' })
export class BoardChangeType implements BoardChangeShape {
  @Field(() => BoardChangeKind, { description: 'Whether it replaces the board or adds to it.' })
  kind!: `${BoardChangeKind}`;
  @Field(() => String, { description: 'Where the board stands after this message. Keep it, to resume with `since`.' })
  cursor!: string;
  @Field(() => String, { nullable: true, description: 'Where the board stood before this patch. Null for a snapshot.' })
  previousCursor!: string | null;
  @Field(() => BoardType, { nullable: true, description: 'The whole board of a SNAPSHOT. Null for a PATCH.' })
  board!: BoardShape | null;
  @Field(() => [BoardRowType], { description: 'The rows that are new or changed; all rows in a SNAPSHOT.' })
  rows!: BoardRowShape[];
  @Field(() => [ID], { description: 'Global ids of the enrolments whose rows are gone. Empty in a SNAPSHOT.' })
  removed!: string[];
  @Field(() => BoardCountersType, { description: 'The counters after this message.' })
  counters!: BoardChangeShape['counters'];
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ItemStateType } from './item-state.type.js';

@ObjectType('WorkItem', { description: 'Something the viewer has to do.' })
export class WorkItemType {
  @Field(() => ID, { description: 'Global id of the enrolment it belongs to.' })
  enrolmentId!: string;
  @Field(() => ItemStateType, { description: 'The item and where it stands.' })
  item!: ItemStateType;
  @Field(() => String, { description: 'Title of the plan in the requested language.' })
  planTitle!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Calendar week of the plan that it is now, from 1. Null before the plan begins.',
  })
  weekNow!: number | null;
  @Field(() => String, {
    nullable: true,
    description: "The reviewer's comment, when the work came back. Null otherwise.",
  })
  comment!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the mentor. Null when there is none.' })
  mentorName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Whose task it is, when the viewer shares it. Null for the viewer's own.",
  })
  learnerName!: string | null;
}

@ObjectType('MyWork', { description: 'What the viewer has to do, by when it is due in their time zone.' })
export class MyWorkType {
  @Field(() => [WorkItemType], { description: 'Open items whose due date has passed.' })
  overdue!: WorkItemType[];
  @Field(() => [WorkItemType], { description: 'Items due by the end of Sunday.' })
  thisWeek!: WorkItemType[];
  @Field(() => [WorkItemType], { description: 'Items due after this week, within 31 days from today.' })
  nextMonth!: WorkItemType[];
  @Field(() => [WorkItemType], {
    description: 'Tasks of other people that the viewer shares and that are due later, or not at all.',
  })
  shared!: WorkItemType[];
}

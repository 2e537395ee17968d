import type { Instant, PlainDate } from '@planwright/schema/time';
import { Field, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateScalar,
  globalId,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import type { CohortRecord } from './enrolment-records.js';

/** One run of a plan with a group of people. Fields that need a read are resolved in `cohort.resolver.ts`. */
@ObjectType('Cohort', { implements: Node, description: 'One run of a plan with a group of people.' })
export class CohortType extends Node {
  @Field(() => String, { description: 'Name of the cohort.' })
  name!: string;
  @Field(() => DateScalar, { description: 'First day of the cohort.' })
  startsOn!: PlainDate;

  uuid!: string;
  planUuid!: string;
  createdAt!: Instant;
}

export const CohortConnection = connectionOf('Cohort', () => CohortType);

@ObjectType('CohortPayload', { description: 'The answer to `createCohort`.' })
export class CohortPayload {
  @Field(() => CohortType, { nullable: true, description: 'The new cohort. Null when none was created.' })
  cohort?: CohortType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export function cohortFrom(record: CohortRecord): CohortType & { __typename: 'Cohort' } {
  const { id, planId, name, startsOn, createdAt } = record;
  return { __typename: 'Cohort', id: globalId('Cohort', id), uuid: id, planUuid: planId, name, startsOn, createdAt };
}

import { type Instant, type Language, type LocalizedText, type Problem, textIn } from '@planwright/schema';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { globalId } from '../access/graphql/global-id.js';
import { Node } from '../access/graphql/node.js';
import { DateTimeScalar, JsonScalar, PlanDefinitionScalar } from '../access/graphql/scalars.js';
import { UserError, type UserErrorData } from '../access/graphql/user-error.js';
import type { DraftRecord, PlanRecord, VersionRecord, VersionStatus } from './plan-records.js';

export enum PlanVersionStatus {
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}
registerEnumType(PlanVersionStatus, { name: 'PlanVersionStatus' });

export enum Severity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
}
registerEnumType(Severity, { name: 'Severity' });

/** What is wrong with a definition, in the reader's language. */
@ObjectType('Problem', { simpleResolvers: true })
export class ProblemType {
  @Field(() => String)
  code!: string;
  @Field(() => Severity)
  severity!: `${Severity}`;
  @Field(() => String)
  message!: string;
  @Field(() => [String], { description: 'keys from the root: stages, role-awareness, items, interviews, due' })
  path!: string[];
}

/** Fields that need a read are resolved in `plan.resolver.ts`; the rest lies in the record. */
@ObjectType('Plan', { implements: Node })
export class PlanType extends Node {
  @Field(() => String)
  key!: string;

  uuid!: string;
  titles!: LocalizedText;
}

@ObjectType('Draft')
export class DraftType {
  @Field(() => Int)
  revision!: number;
  @Field(() => PlanDefinitionScalar)
  definition!: unknown;
  @Field(() => JsonScalar, { nullable: true })
  layout?: unknown;
  @Field(() => DateTimeScalar)
  updatedAt!: Instant;
  @Field(() => Int, { nullable: true, description: 'the version this draft was made from' })
  basedOn!: number | null;

  updatedById!: string | null;
}

@ObjectType('PlanVersion', { implements: Node })
export class PlanVersionType extends Node {
  @Field(() => Int)
  number!: number;
  @Field(() => PlanVersionStatus)
  status!: VersionStatus;
  @Field(() => String)
  contentHash!: string;
  @Field(() => String, { nullable: true })
  changeNote!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  publishedAt!: Instant | null;

  uuid!: string;
  planUuid!: string;
  publishedById!: string | null;
}

@ObjectType('PlanPin', {
  simpleResolvers: true,
  description: 'A rule or scorer with the release a version runs it with.',
})
export class PlanPinType {
  @Field(() => String)
  use!: string;
  @Field(() => String)
  pluginKey!: string;
  @Field(() => String)
  version!: string;
  @Field(() => String)
  sha256!: string;
}

export const PlanConnection = connectionOf('Plan', () => PlanType);

@ObjectType('PlanPayload')
export class PlanPayload {
  @Field(() => PlanType, { nullable: true })
  plan?: PlanType | null;
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@ObjectType('PublishPlanPayload')
export class PublishPlanPayload {
  @Field(() => PlanVersionType, { nullable: true })
  version?: PlanVersionType | null;
  @Field(() => ID, { nullable: true })
  migrationId?: string | null;
  @Field(() => [ProblemType])
  problems!: ProblemType[];
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@ObjectType('PlanVersionPayload')
export class PlanVersionPayload {
  @Field(() => PlanVersionType, { nullable: true })
  version?: PlanVersionType | null;
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@ObjectType('PlanTemplate')
export class PlanTemplateType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  description?: string | null;
  @Field(() => PlanDefinitionScalar)
  definition!: unknown;
}

export function planFrom({ id, key, title }: PlanRecord): PlanType & { __typename: 'Plan' } {
  return { __typename: 'Plan', id: globalId('Plan', id), uuid: id, key, titles: title };
}

export function versionFrom({
  id,
  planId,
  publishedBy,
  ...record
}: VersionRecord): PlanVersionType & { __typename: 'PlanVersion' } {
  return {
    __typename: 'PlanVersion',
    ...record,
    id: globalId('PlanVersion', id),
    uuid: id,
    planUuid: planId,
    publishedById: publishedBy,
  };
}

export function draftFrom({ planId: _, updatedBy, ...record }: DraftRecord): DraftType {
  return { ...record, updatedById: updatedBy };
}

/** Problems in the reader's language. */
export function problemFrom({ code, severity, message, path }: Problem, language: Language): ProblemType {
  return { code, severity, message: textIn(message, language), path };
}

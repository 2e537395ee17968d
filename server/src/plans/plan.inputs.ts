import type { CarryPolicy, DatePolicy, ItemMapping, NewItemPolicy } from '@planwright/schema';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { uuidOf } from '../access/graphql/global-id.js';
import { notFound, type Speaks } from '../access/graphql/request-error.js';
import { JsonScalar, PlanDefinitionScalar } from '../access/graphql/scalars.js';
import type { MigrationRequest, VersionTarget } from './migration-request.js';

export enum NewItemPolicyEnum {
  REQUIRE = 'REQUIRE',
  REQUIRE_FROM_NOW = 'REQUIRE_FROM_NOW',
  WAIVE_IF_PAST = 'WAIVE_IF_PAST',
}
registerEnumType(NewItemPolicyEnum, { name: 'NewItemPolicy' });

export enum CarryPolicyEnum {
  STATE = 'STATE',
  SCORE = 'SCORE',
  RESET = 'RESET',
  DROP = 'DROP',
}
registerEnumType(CarryPolicyEnum, { name: 'CarryPolicy' });

export enum DatePolicyEnum {
  KEEP = 'KEEP',
  RECOMPUTE = 'RECOMPUTE',
  LATER_OF_BOTH = 'LATER_OF_BOTH',
}
registerEnumType(DatePolicyEnum, { name: 'DatePolicy' });

@InputType()
export class CreatePlanInput {
  @Field(() => PlanDefinitionScalar)
  definition!: unknown;
}

@InputType()
export class SaveDraftInput {
  @Field(() => String)
  planKey!: string;
  @Field(() => PlanDefinitionScalar)
  definition!: unknown;
  @Field(() => JsonScalar, { nullable: true })
  layout?: unknown;
  @Field(() => Int)
  expectedRevision!: number;
}

@InputType()
export class DraftRef {
  @Field(() => String)
  planKey!: string;
  @Field(() => Int)
  revision!: number;
}

/** `@oneOf`: the server sets `isOneOf` after the schema is built, because type-graphql does not. */
@InputType({ description: 'A published version, or a draft at a revision: foresight comes before publishing.' })
export class VersionRef {
  @Field(() => ID, { nullable: true })
  versionId?: string | null;
  @Field(() => DraftRef, { nullable: true })
  draft?: DraftRef | null;
}

@InputType('ItemMapping')
export class ItemMappingInput {
  @Field(() => String)
  from!: string;
  @Field(() => String, { nullable: true })
  to?: string | null;
  @Field(() => CarryPolicyEnum)
  carry!: CarryPolicy;
}

@InputType()
export class MigrationInput {
  @Field(() => ID)
  fromVersionId!: string;
  @Field(() => VersionRef)
  to!: VersionRef;
  @Field(() => [ID], { nullable: true, description: 'absent = everybody running on it' })
  enrolmentIds?: string[] | null;
  @Field(() => [ItemMappingInput], { nullable: true })
  mapping?: ItemMappingInput[] | null;
  @Field(() => DatePolicyEnum, { nullable: true, defaultValue: DatePolicyEnum.KEEP })
  dates?: DatePolicy | null;
  @Field(() => NewItemPolicyEnum, { nullable: true, defaultValue: NewItemPolicyEnum.WAIVE_IF_PAST })
  newItems?: NewItemPolicy | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'also people whose last due date has passed; who is named in enrolmentIds always moves',
  })
  moveEnded?: boolean | null;
}

@InputType({ description: '`migration` with the hash of its preview moves people in the same act.' })
export class PublishPlanInput {
  @Field(() => String)
  planKey!: string;
  @Field(() => Int)
  expectedRevision!: number;
  @Field(() => String, { nullable: true })
  changeNote?: string | null;
  @Field(() => MigrationInput, { nullable: true })
  migration?: MigrationInput | null;
  @Field(() => String, { nullable: true })
  previewHash?: string | null;
}

@InputType()
export class RetirePlanVersionInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class RestorePlanVersionInput {
  @Field(() => ID)
  id!: string;
  @Field(() => Int, { description: 'of the draft that is replaced' })
  expectedRevision!: number;
}

@InputType()
export class UpgradePinsInput {
  @Field(() => ID)
  planVersionId!: string;
  @Field(() => String, { description: 'as the plan names it: core/weekly' })
  use!: string;
  @Field(() => String, { description: 'of the plugin; only the last number may differ' })
  version!: string;
  @Field(() => String)
  reason!: string;
}

/** A client's id as uuid, or NOT_FOUND: an id of another type names nothing here. */
export function uuidOrNotFound(speaker: Speaks, type: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid === undefined) throw notFound(speaker);
  return uuid;
}

export function targetOf(speaker: Speaks, ref: VersionRef): VersionTarget {
  if (ref.draft) return { kind: 'draft', planKey: ref.draft.planKey, revision: ref.draft.revision };
  return { kind: 'version', versionId: uuidOrNotFound(speaker, 'PlanVersion', ref.versionId ?? '') };
}

export function migrationRequestOf(speaker: Speaks, input: MigrationInput): MigrationRequest {
  const ids = input.enrolmentIds?.map((id) => uuidOrNotFound(speaker, 'Enrolment', id));
  return {
    fromVersionId: uuidOrNotFound(speaker, 'PlanVersion', input.fromVersionId),
    to: targetOf(speaker, input.to),
    ...(ids ? { enrolmentIds: [...new Set(ids)].sort() } : {}),
    mapping: (input.mapping ?? []).map(({ from, to, carry }): ItemMapping => ({ from, ...(to ? { to } : {}), carry })),
    dates: input.dates ?? 'KEEP',
    newItems: input.newItems ?? 'WAIVE_IF_PAST',
    ended: input.moveEnded || ids ? 'MOVE' : 'STAY',
  };
}

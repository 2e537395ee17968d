import type { CarryPolicy, DatePolicy, ItemMapping, NewItemPolicy } from '@planwright/schema/engine';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { described, JsonScalar, PlanDefinitionScalar, type Speaks, uuidOrNotFound } from '../access/graphql/index.js';
import type { MigrationRequest, VersionTarget } from './migration-request.js';

export enum NewItemPolicyEnum {
  REQUIRE = 'REQUIRE',
  REQUIRE_FROM_NOW = 'REQUIRE_FROM_NOW',
  WAIVE_IF_PAST = 'WAIVE_IF_PAST',
}
registerEnumType(NewItemPolicyEnum, {
  name: 'NewItemPolicy',
  description: 'What happens to items that only the new version has.',
  valuesConfig: described({
    REQUIRE: 'They apply to everybody who is moved, with the dates of the new version.',
    REQUIRE_FROM_NOW: 'They apply to everybody who is moved, and their dates count from the move at the earliest.',
    WAIVE_IF_PAST: 'They apply, but people whose window for them has closed are excused.',
  }),
});

export enum CarryPolicyEnum {
  STATE = 'STATE',
  SCORE = 'SCORE',
  RESET = 'RESET',
  DROP = 'DROP',
}
registerEnumType(CarryPolicyEnum, {
  name: 'CarryPolicy',
  description: "What becomes of a person's work on an item when they are moved.",
  valuesConfig: described({
    STATE: 'State, outcome, submissions and score go along. The default where key and kind are the same.',
    SCORE: 'Only the best score goes along, and is judged by the rules of the new version.',
    RESET: 'The item starts over. The default where the kind differs.',
    DROP: 'The work is kept as history only. The default where the new version has no such item.',
  }),
});

export enum DatePolicyEnum {
  KEEP = 'KEEP',
  RECOMPUTE = 'RECOMPUTE',
  LATER_OF_BOTH = 'LATER_OF_BOTH',
}
registerEnumType(DatePolicyEnum, {
  name: 'DatePolicy',
  description: 'Which due dates hold after people are moved.',
  valuesConfig: described({
    KEEP: 'Dates already given stay.',
    RECOMPUTE: 'All dates follow the rules of the new version.',
    LATER_OF_BOTH: 'The later of the old and the new date.',
  }),
});

@InputType({ description: 'A new plan.' })
export class CreatePlanInput {
  @Field(() => PlanDefinitionScalar, {
    description: 'The first draft. Its key and title become those of the plan; the rest may be unfinished.',
  })
  definition!: unknown;
}

@InputType({ description: 'A new state of a draft.' })
export class SaveDraftInput {
  @Field(() => String, { description: 'Key of the plan.' })
  planKey!: string;
  @Field(() => PlanDefinitionScalar, {
    description: "The whole definition. It may be unfinished, but keeps the plan's key.",
  })
  definition!: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Positions on the canvas. When left out, the stored ones stay.',
  })
  layout?: unknown;
  @Field(() => Int, {
    description:
      'The `revision` of the draft that was edited. If somebody has saved since, the answer is STALE_REVISION and nothing is changed.',
  })
  expectedRevision!: number;
}

@InputType({ description: 'A draft at a particular revision.' })
export class DraftRef {
  @Field(() => String, { description: 'Key of the plan.' })
  planKey!: string;
  @Field(() => Int, {
    description: "The draft's `revision`. A draft that has been saved since no longer answers to it.",
  })
  revision!: number;
}

/** `@oneOf`: the server sets `isOneOf` after the schema is built, because type-graphql does not. */
@InputType({
  description:
    'Either a published version or a draft at a revision, so that the effects of a change can be seen before it is published.',
})
export class VersionRef {
  @Field(() => ID, { nullable: true, description: 'A published or retired version.' })
  versionId?: string | null;
  @Field(() => DraftRef, { nullable: true, description: 'A draft that is not published yet.' })
  draft?: DraftRef | null;
}

@InputType('ItemMapping', { description: 'Where the work on one item of the old version goes.' })
export class ItemMappingInput {
  @Field(() => String, { description: 'Key of the item in the old version.' })
  from!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item in the new version. Leave it out when the item has no counterpart.',
  })
  to?: string | null;
  @Field(() => CarryPolicyEnum, { description: 'What goes along.' })
  carry!: CarryPolicy;
}

@InputType({ description: 'How to move people from one version of a plan to another.' })
export class MigrationInput {
  @Field(() => ID, { description: 'The version they run now.' })
  fromVersionId!: string;
  @Field(() => VersionRef, {
    description: 'The version to move them to. A draft works for a preview and for `publishPlan`.',
  })
  to!: VersionRef;
  @Field(() => [ID], {
    nullable: true,
    description: 'The people to move. When left out: everybody who runs the old version.',
  })
  enrolmentIds?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'People to leave where they are, although they would be moved.',
  })
  leaveOut?: string[] | null;
  @Field(() => [ItemMappingInput], {
    nullable: true,
    description:
      'What becomes of items whose key or kind changes. Items that are left out follow the defaults of `CarryPolicy`.',
  })
  mapping?: ItemMappingInput[] | null;
  @Field(() => DatePolicyEnum, {
    nullable: true,
    defaultValue: DatePolicyEnum.KEEP,
    description: 'Which due dates hold afterwards.',
  })
  dates?: DatePolicy | null;
  @Field(() => NewItemPolicyEnum, {
    nullable: true,
    defaultValue: NewItemPolicyEnum.WAIVE_IF_PAST,
    description: 'What happens to items that only the new version has.',
  })
  newItems?: NewItemPolicy | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'True to also move people whose last due date has passed. People named in `enrolmentIds` are always moved.',
  })
  moveEnded?: boolean | null;
}

@InputType({
  description:
    'Which draft to publish, and optionally the people to move to it. Send `migration` together with the `previewHash` of its preview to move people in the same step.',
})
export class PublishPlanInput {
  @Field(() => String, { description: 'Key of the plan.' })
  planKey!: string;
  @Field(() => Int, {
    description:
      'The `revision` of the draft that was checked. If somebody has saved since, the answer is STALE_REVISION and nothing is published.',
  })
  expectedRevision!: number;
  @Field(() => String, { nullable: true, description: 'What changed, for readers of the version history.' })
  changeNote?: string | null;
  @Field(() => MigrationInput, {
    nullable: true,
    description: 'The people to move to the new version. Its `to` must be the draft that is being published.',
  })
  migration?: MigrationInput | null;
  @Field(() => String, {
    nullable: true,
    description: "The `previewHash` of the migration's preview. Required with `migration`.",
  })
  previewHash?: string | null;
}

@InputType({ description: 'Which version to retire.' })
export class RetirePlanVersionInput {
  @Field(() => ID, { description: 'The published version.' })
  id!: string;
}

@InputType({ description: 'Which version the draft should return to.' })
export class RestorePlanVersionInput {
  @Field(() => ID, { description: 'The version to copy into the draft.' })
  id!: string;
  @Field(() => Int, {
    description:
      'The `revision` of the draft that is replaced. If somebody has saved since, the answer is STALE_REVISION and nothing is changed.',
  })
  expectedRevision!: number;
}

@InputType({ description: 'Which plugin release a version should use.' })
export class UpgradePinsInput {
  @Field(() => ID, { description: 'The published version.' })
  planVersionId!: string;
  @Field(() => String, { description: 'The rule or scorer as the plan names it: `core/weekly`.' })
  use!: string;
  @Field(() => String, {
    description: 'Release of the plugin. It may differ from the present one in the last number only.',
  })
  version!: string;
  @Field(() => String, { description: 'Why, for the audit trail. 1 to 2,000 characters.' })
  reason!: string;
}

export function targetOf(speaker: Speaks, ref: VersionRef): VersionTarget {
  if (ref.draft) return { kind: 'draft', planKey: ref.draft.planKey, revision: ref.draft.revision };
  return { kind: 'version', versionId: uuidOrNotFound(speaker, 'PlanVersion', ref.versionId ?? '') };
}

export function migrationRequestOf(speaker: Speaks, input: MigrationInput): MigrationRequest {
  const ids = input.enrolmentIds?.map((id) => uuidOrNotFound(speaker, 'Enrolment', id));
  const leaveOut = (input.leaveOut ?? []).map((id) => uuidOrNotFound(speaker, 'Enrolment', id));
  return {
    fromVersionId: uuidOrNotFound(speaker, 'PlanVersion', input.fromVersionId),
    to: targetOf(speaker, input.to),
    ...(ids ? { enrolmentIds: [...new Set(ids)].sort() } : {}),
    ...(leaveOut.length > 0 ? { leaveOut: [...new Set(leaveOut)].sort() } : {}),
    mapping: (input.mapping ?? []).map(({ from, to, carry }): ItemMapping => ({ from, ...(to ? { to } : {}), carry })),
    dates: input.dates ?? 'KEEP',
    newItems: input.newItems ?? 'WAIVE_IF_PAST',
    ended: input.moveEnded || ids ? 'MOVE' : 'STAY',
  };
}

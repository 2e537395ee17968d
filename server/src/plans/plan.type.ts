import type { Problem } from '@planwright/schema/definition';
import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  connectionOf,
  DateTimeScalar,
  described,
  globalId,
  JsonScalar,
  Node,
  PlanDefinitionScalar,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import type { DraftRecord, PlanRecord, VersionRecord, VersionStatus } from './plan-records.js';

export enum PlanVersionStatus {
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}
registerEnumType(PlanVersionStatus, {
  name: 'PlanVersionStatus',
  description: 'Whether people can still be enrolled in a version.',
  valuesConfig: described({
    PUBLISHED: 'People can be enrolled in it.',
    RETIRED: 'Nobody can be enrolled in it any longer. The people who run it go on.',
  }),
});

export enum Severity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
}
registerEnumType(Severity, {
  name: 'Severity',
  description: 'How serious a problem of a plan definition is.',
  valuesConfig: described({
    ERROR: 'The plan cannot be published with it.',
    WARNING: 'Worth a look. The plan can be published with it.',
  }),
});

/** What is wrong with a definition, in the reader's language. */
@ObjectType('Problem', { simpleResolvers: true, description: 'Something wrong with a plan definition or a migration.' })
export class ProblemType {
  @Field(() => String, {
    description: 'Stable code of the problem, such as `duplicate-key`, `cycle` or `missing-language`.',
  })
  code!: string;
  @Field(() => Severity, { description: 'Whether it prevents publishing.' })
  severity!: `${Severity}`;
  @Field(() => String, { description: 'What is wrong and what to do about it, in the requested language.' })
  message!: string;
  @Field(() => [String], {
    description:
      'Where it is, as keys from the root of the definition: `stages`, `role-awareness`, `items`, `interviews`, `due`. An index where there is no key.',
  })
  path!: string[];
}

/** Fields that need a read are resolved in `plan.resolver.ts`; the rest lies in the record. */
@ObjectType('Plan', {
  implements: Node,
  description: 'A development plan for a role. It is edited as a draft and run in published versions.',
})
export class PlanType extends Node {
  @Field(() => String, { description: "The plan's key, the same through all its versions: `retail-new-manager`." })
  key!: string;

  uuid!: string;
  titles!: LocalizedText;
}

@ObjectType('Draft', { description: 'The editable state of a plan between two versions.' })
export class DraftType {
  @Field(() => Int, { description: 'Counts up with every save. Send it as `expectedRevision` with the next change.' })
  revision!: number;
  @Field(() => PlanDefinitionScalar, { description: 'The plan definition as it was last saved. It may be unfinished.' })
  definition!: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "Positions on the designer's canvas, in a shape the server does not interpret. Null when nobody has moved anything.",
  })
  layout?: unknown;
  @Field(() => DateTimeScalar, { description: 'When the draft was last saved.' })
  updatedAt!: Instant;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the version the draft was made from. Null when the plan has no version yet.',
  })
  basedOn!: number | null;

  updatedById!: string | null;
}

@ObjectType('PlanVersion', {
  implements: Node,
  description: 'A published state of a plan. It never changes; people stay on their version until they are moved.',
})
export class PlanVersionType extends Node {
  @Field(() => Int, { description: 'Counts from 1 within the plan.' })
  number!: number;
  @Field(() => PlanVersionStatus, { description: 'Whether people can still be enrolled in it.' })
  status!: VersionStatus;
  @Field(() => String, {
    description: "SHA-256 of the definition's canonical form. Formatting, order of keys and layout do not change it.",
  })
  contentHash!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What changed, in the words of the person who published it. Null when they left no note.',
  })
  changeNote!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  publishedAt!: Instant | null;

  uuid!: string;
  planUuid!: string;
  publishedById!: string | null;
}

@ObjectType('PlanPin', {
  simpleResolvers: true,
  description: 'A reminder rule or scorer of a version, with the plugin release it runs with.',
})
export class PlanPinType {
  @Field(() => String, { description: 'The name of the rule or scorer in plans: `core/weekly`.' })
  use!: string;
  @Field(() => String, { description: 'Key of the plugin that provides it.' })
  pluginKey!: string;
  @Field(() => String, { description: 'Release of the plugin: `1.4.2`.' })
  version!: string;
  @Field(() => String, { description: "SHA-256 of that release's contents." })
  sha256!: string;
}

export const PlanConnection = connectionOf('Plan', () => PlanType);

@ObjectType('PlanPayload', { description: 'The answer to a mutation that creates a plan or changes its draft.' })
export class PlanPayload {
  @Field(() => PlanType, { nullable: true, description: 'The plan after the change. Null when nothing was changed.' })
  plan?: PlanType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('PublishPlanPayload', { description: 'The answer to `publishPlan`.' })
export class PublishPlanPayload {
  @Field(() => PlanVersionType, { nullable: true, description: 'The new version. Null when nothing was published.' })
  version?: PlanVersionType | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the migration that moved people in the same step. Null when nobody was to be moved, or nothing was published.',
  })
  migrationId?: string | null;
  @Field(() => [ProblemType], { description: 'Errors that prevented publishing, and warnings that did not.' })
  problems!: ProblemType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('PlanVersionPayload', { description: 'The answer to a mutation that changes a published version.' })
export class PlanVersionPayload {
  @Field(() => PlanVersionType, {
    nullable: true,
    description: 'The version after the change. Null when nothing was changed.',
  })
  version?: PlanVersionType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('PlanTemplate', { description: 'A ready-made plan to start from.' })
export class PlanTemplateType {
  @Field(() => String, { description: 'Key of the template.' })
  key!: string;
  @Field(() => String, { description: 'Title in the requested language.' })
  title!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the plan is for, in the requested language. Null when the template has no description.',
  })
  description?: string | null;
  @Field(() => PlanDefinitionScalar, { description: 'The definition to start from.' })
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

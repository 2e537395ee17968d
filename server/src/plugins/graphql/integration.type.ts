import type { Instant } from '@planwright/schema';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../access/graphql/node.js';
import { DateTimeScalar, JsonScalar } from '../../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import type { Health } from '../integrations/integration-records.js';
import { ContributionType, PluginType } from './plugin.type.js';

export const IntegrationHealthEnum: Record<Health, Health> = {
  UNKNOWN: 'UNKNOWN',
  HEALTHY: 'HEALTHY',
  FAILING: 'FAILING',
  OPEN_CIRCUIT: 'OPEN_CIRCUIT',
};
registerEnumType(IntegrationHealthEnum, { name: 'IntegrationHealth' });

@ObjectType('Integration', {
  implements: Node,
  simpleResolvers: true,
  description:
    "A configured plugin: an ERP, a DingTalk organisation, a mail server. (Not named Connection, which is Relay's word.)",
})
export class IntegrationType extends Node {
  @Field(() => PluginType)
  plugin!: PluginType;
  @Field(() => String)
  name!: string;
  @Field(() => JsonScalar, { description: 'secret fields come back as null' })
  config!: unknown;
  @Field(() => [String], { description: 'names of the secret fields that are set' })
  secretsSet!: string[];
  @Field(() => IntegrationHealthEnum)
  health!: Health;
  @Field(() => DateTimeScalar, { nullable: true })
  checkedAt?: Instant | null;
  @Field(() => String, { nullable: true })
  lastVerdict?: string | null;
  @Field(() => String, { nullable: true })
  problem?: string | null;
  @Field(() => [ContributionType])
  channels!: ContributionType[];
}

@ObjectType('IntegrationPayload')
export class IntegrationPayload {
  @Field(() => IntegrationType, { nullable: true })
  integration?: IntegrationType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('IntegrationCheckPayload')
export class IntegrationCheckPayload {
  @Field(() => Boolean)
  ok!: boolean;
  @Field(() => String)
  verdict!: string;
  @Field(() => [String])
  messages!: string[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType()
export class EnablePluginInput {
  @Field(() => ID)
  pluginId!: string;
  @Field(() => JsonScalar, { description: 'the permissions that were shown' })
  consent!: unknown;
}

@InputType()
export class PluginInput {
  @Field(() => ID)
  pluginId!: string;
}

@InputType()
export class CreateIntegrationInput {
  @Field(() => ID)
  pluginId!: string;
  @Field(() => String)
  name!: string;
  @Field(() => JsonScalar)
  config!: unknown;
}

@InputType()
export class UpdateIntegrationInput {
  @Field(() => ID)
  integrationId!: string;
  @Field(() => String)
  name!: string;
  @Field(() => JsonScalar, { description: 'all settings; a secret that is absent stays, one that is null is erased' })
  config!: unknown;
}

@InputType()
export class IntegrationInput {
  @Field(() => ID)
  integrationId!: string;
}

@InputType()
export class RemoveIntegrationInput {
  @Field(() => ID)
  integrationId!: string;
  @Field(() => Boolean)
  eraseSecrets!: boolean;
}

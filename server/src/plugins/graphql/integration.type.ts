import type { Instant } from '@planwright/schema/time';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  DateTimeScalar,
  described,
  JsonScalar,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../../access/graphql/index.js';
import type { Health } from '../integrations/integration-records.js';
import { ContributionType, PluginType } from './plugin.type.js';

export const IntegrationHealthEnum: Record<Health, Health> = {
  UNKNOWN: 'UNKNOWN',
  HEALTHY: 'HEALTHY',
  FAILING: 'FAILING',
  OPEN_CIRCUIT: 'OPEN_CIRCUIT',
};
registerEnumType(IntegrationHealthEnum, {
  name: 'IntegrationHealth',
  description: 'Whether an integration reaches its provider.',
  valuesConfig: described({
    UNKNOWN: 'It has not been tried yet.',
    HEALTHY: 'It works.',
    FAILING: 'The last attempt failed; `problem` says why.',
    OPEN_CIRCUIT: 'The provider failed so often that it is left alone for a while.',
  }),
});

@ObjectType('Integration', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A configured plugin: an ERP, a DingTalk organisation, a mail server. HR of a department sees that it is there and how it does, but not its settings.',
})
export class IntegrationType extends Node {
  @Field(() => PluginType, { description: 'The plugin it is an instance of.' })
  plugin!: PluginType;
  @Field(() => String, { description: 'Name, unique in the workspace.' })
  name!: string;
  @Field(() => JsonScalar, {
    description: 'Its settings. Secret fields are always null. Empty for viewers who may not see them.',
  })
  config!: unknown;
  @Field(() => [String], { description: 'Names of the secret fields that are set.' })
  secretsSet!: string[];
  @Field(() => IntegrationHealthEnum, { description: 'Whether it reaches its provider.' })
  health!: Health;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last tried. Null when it never was.' })
  checkedAt?: Instant | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Result of the last attempt, such as `ok`, `auth` or `transient`. Null when it never was tried, or for viewers who may not see it.',
  })
  lastVerdict?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What is wrong, in the requested language. Null when nothing is, or for viewers who may not see it.',
  })
  problem?: string | null;
  @Field(() => [ContributionType], { description: 'The message channels it offers.' })
  channels!: ContributionType[];
}

@ObjectType('IntegrationPayload', { description: 'The answer to a mutation that changes an integration.' })
export class IntegrationPayload {
  @Field(() => IntegrationType, {
    nullable: true,
    description: 'The integration after the change; as it was, after its removal. Null when nothing was changed.',
  })
  integration?: IntegrationType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('IntegrationCheckPayload', { description: 'The answer to `testIntegration`.' })
export class IntegrationCheckPayload {
  @Field(() => Boolean, { description: 'Whether the connection works.' })
  ok!: boolean;
  @Field(() => String, { description: '`ok`, `throttled`, `transient`, `auth`, `config` or `permanent`.' })
  verdict!: string;
  @Field(() => [String], { description: 'What was found, a sentence each in the requested language.' })
  messages!: string[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: 'Which plugin to enable, and with which permissions.' })
export class EnablePluginInput {
  @Field(() => ID, { description: 'Global id of the plugin.' })
  pluginId!: string;
  @Field(() => JsonScalar, { description: 'The `permissions` that were shown to the person who agrees.' })
  consent!: unknown;
}

@InputType({ description: 'Which plugin to disable.' })
export class PluginInput {
  @Field(() => ID, { description: 'Global id of the plugin.' })
  pluginId!: string;
}

@InputType({ description: 'A new integration.' })
export class CreateIntegrationInput {
  @Field(() => ID, { description: 'The plugin to configure. It must be enabled.' })
  pluginId!: string;
  @Field(() => String, { description: 'Name, 1 to 100 characters, unique in the workspace.' })
  name!: string;
  @Field(() => JsonScalar, { description: "Settings that fit the plugin's `configSchema`, secrets included." })
  config!: unknown;
}

@InputType({ description: 'New settings of an integration.' })
export class UpdateIntegrationInput {
  @Field(() => ID, { description: 'Global id of the integration.' })
  integrationId!: string;
  @Field(() => String, { description: 'Name, 1 to 100 characters, unique in the workspace.' })
  name!: string;
  @Field(() => JsonScalar, {
    description: 'All settings. A secret that is left out stays, and one that is null is erased.',
  })
  config!: unknown;
}

@InputType({ description: 'Which integration to test.' })
export class IntegrationInput {
  @Field(() => ID, { description: 'Global id of the integration.' })
  integrationId!: string;
}

@InputType({ description: 'Which integration to remove.' })
export class RemoveIntegrationInput {
  @Field(() => ID, { description: 'Global id of the integration.' })
  integrationId!: string;
  @Field(() => Boolean, {
    description: 'True to erase its secrets; false to keep them for an integration of the same plugin and name.',
  })
  eraseSecrets!: boolean;
}

import type { ContributionManifest } from '@planwright/plugin-sdk';
import { type Language, textIn } from '@planwright/schema/text';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  described,
  globalId,
  JsonScalar,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../../access/graphql/index.js';
import { type PluginStatus, type PluginView, pluginUuid } from '../plugin-view.js';
import { localized } from '../releases/plugin-folders.js';

const namesOf = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

export const PluginStatusEnum = namesOf('READY', 'DISABLED', 'BROKEN');
registerEnumType(PluginStatusEnum, {
  name: 'PluginStatus',
  description: 'Whether a plugin can be used.',
  valuesConfig: described({
    READY: 'It is enabled and works.',
    DISABLED: 'It is not enabled in this workspace.',
    BROKEN: 'It cannot be read or does not start; `problem` says why.',
  }),
});
export const ContributionKindEnum = namesOf('CONNECTOR', 'CHANNEL', 'INBOUND', 'REMINDER_RULE', 'SCORER');
registerEnumType(ContributionKindEnum, {
  name: 'ContributionKind',
  description: 'What a plugin adds to Planwright.',
  valuesConfig: described({
    CONNECTOR: 'Reads people, progress or measurements from another system.',
    CHANNEL: 'Sends messages.',
    INBOUND: 'Receives what another system sends.',
    REMINDER_RULE: 'Decides when reminders of a plan go out.',
    SCORER: 'Computes scores.',
  }),
});

@ObjectType('Contribution', { simpleResolvers: true, description: 'One thing a plugin adds.' })
export class ContributionType {
  @Field(() => ContributionKindEnum, { description: 'What it adds.' })
  kind!: ContributionManifest['kind'];
  @Field(() => String, { description: 'Key within its plugin.' })
  key!: string;
  @Field(() => String, { description: 'Name in the requested language.' })
  title!: string;
  @Field(() => JsonScalar, { description: 'JSON Schema of its settings.' })
  configSchema!: unknown;
  @Field(() => String, {
    nullable: true,
    description: 'Of a scorer: what it scores, `ITEM` or `PLAN`. Null for others.',
  })
  of?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a reminder rule: true, since the plan names who is reminded. Null for others.',
  })
  recipients?: boolean | null;
}

@ObjectType('Plugin', {
  implements: Node,
  simpleResolvers: true,
  description: 'A plugin that is installed on this server, or that plans still count on.',
})
export class PluginType extends Node {
  @Field(() => String, { description: 'Key of the plugin, such as `core`.' })
  key!: string;
  @Field(() => String, { description: 'Name in the requested language.' })
  title!: string;
  @Field(() => String, { description: 'What it does, in the requested language.' })
  description!: string;
  @Field(() => String, { description: 'The release that runs here, or would run if the plugin were enabled.' })
  version!: string;
  @Field(() => [String], {
    description: 'Every release this installation has had. Plans may still be pinned to older ones.',
  })
  versions!: string[];
  @Field(() => PluginStatusEnum, { description: 'Whether it can be used.' })
  status!: PluginStatus;
  @Field(() => Boolean, { description: 'Whether it is enabled in this workspace.' })
  enabled!: boolean;
  @Field(() => Boolean, {
    description: 'Whether its permissions were agreed to as they are now, or it needs no agreement.',
  })
  consented!: boolean;
  @Field(() => Int, {
    description:
      'How its process is isolated: 1 for a process of its own; 2 when the kernel also keeps it from the network and from other processes.',
  })
  isolation!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Why isolation is not stronger here, in the requested language. Null when there is nothing to tell.',
  })
  isolationNote?: string | null;
  @Field(() => String, { description: 'State of its process: `idle`, `ready`, `backing-off` or `broken`.' })
  health!: string;
  @Field(() => [ContributionType], { description: 'What it adds.' })
  contributes!: ContributionType[];
  @Field(() => JsonScalar, {
    description:
      'What its newest release asks for, such as network addresses. Send it as `consent` to enable the plugin.',
  })
  permissions!: unknown;
  @Field(() => JsonScalar, { description: "JSON Schema of an integration's settings." })
  configSchema!: unknown;
  @Field(() => Int, { description: 'How many plans have a published version that uses it.' })
  usedByPlans!: number;
  @Field(() => String, {
    nullable: true,
    description: 'What is wrong, in the requested language. Null when nothing is.',
  })
  problem?: string | null;
}

@ObjectType('CatalogueEntry', { simpleResolvers: true, description: 'A reminder rule or scorer that plans may use.' })
export class CatalogueEntryType {
  @Field(() => String, { description: 'Its name in plans: `core/weekly`.' })
  use!: string;
  @Field(() => ContributionKindEnum, { description: 'Whether it is a reminder rule or a scorer.' })
  kind!: ContributionManifest['kind'];
  @Field(() => String, { description: 'Name in the requested language.' })
  title!: string;
  @Field(() => String, { description: 'Key of the plugin that provides it.' })
  pluginKey!: string;
  @Field(() => String, { description: 'Release of the plugin.' })
  version!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Of a scorer: what it scores, `ITEM` or `PLAN`. Null for reminder rules.',
  })
  of?: string | null;
  @Field(() => JsonScalar, { description: 'JSON Schema of its settings in a plan.' })
  configSchema!: unknown;
}

@ObjectType('PluginPayload', { description: 'The answer to a mutation that enables or disables a plugin.' })
export class PluginPayload {
  @Field(() => PluginType, {
    nullable: true,
    description: 'The plugin after the change. Null when nothing was changed.',
  })
  plugin?: PluginType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export function contributionFrom(contribution: ContributionManifest, language: Language): ContributionType {
  const { kind, key, title, configSchema, of } = contribution;
  return {
    kind,
    key,
    title: textIn(localized(title), language),
    configSchema,
    of: of ?? null,
    recipients: kind === 'REMINDER_RULE' ? true : null,
  };
}

export interface IsolationView {
  level: number;
  note: string;
}

export function pluginFrom(
  view: PluginView,
  language: Language,
  isolation: IsolationView,
): PluginType & { __typename: 'Plugin' } {
  const { manifest, newest } = view;
  return {
    __typename: 'Plugin',
    id: globalId('Plugin', pluginUuid(view.key)),
    key: view.key,
    title: (manifest && textIn(localized(manifest.title), language)) || view.key,
    description: manifest ? textIn(localized(manifest.description), language) : '',
    version: view.version,
    versions: view.versions,
    status: view.status,
    enabled: view.enabled,
    consented: view.consented,
    isolation: isolation.level,
    isolationNote: isolation.note || null,
    health: view.health,
    contributes: (manifest?.contributes ?? []).map((contribution) => contributionFrom(contribution, language)),
    permissions: newest?.permissions ?? {},
    configSchema: manifest?.configSchema ?? {},
    usedByPlans: view.usedByPlans,
    problem: view.problem?.[language] ?? null,
  };
}

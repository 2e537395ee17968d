import type { ContributionManifest } from '@planwright/plugin-sdk';
import { type Language, textIn } from '@planwright/schema';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { globalId } from '../../access/graphql/global-id.js';
import { Node } from '../../access/graphql/node.js';
import { JsonScalar } from '../../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import { type PluginStatus, type PluginView, pluginUuid } from '../plugin-view.js';
import { localized } from '../releases/plugin-folders.js';

const namesOf = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

export const PluginStatusEnum = namesOf('READY', 'DISABLED', 'BROKEN');
registerEnumType(PluginStatusEnum, { name: 'PluginStatus' });
export const ContributionKindEnum = namesOf('CONNECTOR', 'CHANNEL', 'INBOUND', 'REMINDER_RULE', 'SCORER');
registerEnumType(ContributionKindEnum, { name: 'ContributionKind' });

@ObjectType('Contribution', { simpleResolvers: true })
export class ContributionType {
  @Field(() => ContributionKindEnum)
  kind!: ContributionManifest['kind'];
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => JsonScalar)
  configSchema!: unknown;
  @Field(() => String, { nullable: true, description: 'scorers: ITEM or PLAN' })
  of?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'reminder rules: the plan names who is reminded' })
  recipients?: boolean | null;
}

@ObjectType('Plugin', { implements: Node, simpleResolvers: true })
export class PluginType extends Node {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String)
  description!: string;
  @Field(() => String)
  version!: string;
  @Field(() => [String], { description: 'every release this installation has had; plans may still pin older ones' })
  versions!: string[];
  @Field(() => PluginStatusEnum)
  status!: PluginStatus;
  @Field(() => Boolean)
  enabled!: boolean;
  @Field(() => Boolean, { description: 'its permissions were agreed to as they are now' })
  consented!: boolean;
  @Field(() => Int, { description: '1 = a process of its own; 2 = without network and sight of others, by the kernel' })
  isolation!: number;
  @Field(() => String, { nullable: true })
  isolationNote?: string | null;
  @Field(() => String, { description: 'idle, ready, backing-off or broken' })
  health!: string;
  @Field(() => [ContributionType])
  contributes!: ContributionType[];
  @Field(() => JsonScalar)
  permissions!: unknown;
  @Field(() => JsonScalar)
  configSchema!: unknown;
  @Field(() => Int, { description: 'plans whose published versions use it' })
  usedByPlans!: number;
  @Field(() => String, { nullable: true })
  problem?: string | null;
}

@ObjectType('CatalogueEntry', { simpleResolvers: true })
export class CatalogueEntryType {
  @Field(() => String, { description: 'its name in plans: core/weekly' })
  use!: string;
  @Field(() => ContributionKindEnum)
  kind!: ContributionManifest['kind'];
  @Field(() => String)
  title!: string;
  @Field(() => String)
  pluginKey!: string;
  @Field(() => String)
  version!: string;
  @Field(() => String, { nullable: true, description: 'scorers: ITEM or PLAN' })
  of?: string | null;
  @Field(() => JsonScalar)
  configSchema!: unknown;
}

@ObjectType('PluginPayload')
export class PluginPayload {
  @Field(() => PluginType, { nullable: true })
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

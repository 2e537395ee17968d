import DataLoader from 'dataloader';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  globalId,
  InputArg,
  loaderWith,
  type NodeSource,
  notFound,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOf,
} from '../../access/graphql/index.js';
import { command, type Outcome, requireAction } from '../../access/index.js';
import {
  createIntegration,
  removeIntegration,
  shownConfig,
  updateIntegration,
} from '../integrations/configure-integration.js';
import {
  findIntegration,
  findIntegrations,
  type IntegrationRecord,
  listIntegrations,
} from '../integrations/integration-records.js';
import { testIntegration } from '../integrations/test-integration.js';
import type { PluginDeps } from '../plugin-deps.js';
import {
  CreateIntegrationInput,
  IntegrationCheckPayload,
  IntegrationInput,
  IntegrationPayload,
  IntegrationType,
  RemoveIntegrationInput,
  UpdateIntegrationInput,
} from './integration.type.js';
import { pluginKeyOf, pluginsOf } from './plugin.resolver.js';

/** Integrations as the API answers them; one read of plugins and secrets for any number. */
export async function integrationsFrom(
  context: SignedInContext,
  deps: PluginDeps,
  records: readonly IntegrationRecord[],
): Promise<(IntegrationType & { __typename: 'Integration' })[]> {
  if (records.length === 0) return [];
  const { database, language, viewer } = context;
  // They serve everybody: HR of a department knows that they are there and how they do, not how they are set up.
  const isTold = viewer.scope.reach === 'all';
  const plugins = new Map((await pluginsOf(context, deps)).map((plugin) => [plugin.key, plugin]));
  const ids = records.map(({ id }) => id);
  const names = await database.look((tx) => deps.secrets.names(tx, ids));
  return records.flatMap((record) => {
    const plugin = plugins.get(record.pluginKey);
    if (!plugin) return [];
    return {
      __typename: 'Integration',
      id: globalId('Integration', record.id),
      plugin,
      name: record.name,
      config: isTold ? shownConfig(plugin.configSchema as Record<string, unknown>, record.config) : {},
      secretsSet: isTold ? (names.get(record.id) ?? []) : [],
      health: record.health,
      checkedAt: record.checkedAt,
      lastVerdict: isTold ? record.lastVerdict : null,
      problem: (isTold && record.problem?.map((sentence) => sentence[language]).join(' ')) || null,
      channels: plugin.contributes.filter(({ kind }) => kind === 'CHANNEL'),
    };
  });
}

/** Integrations that the viewer may see, for rows that name them: plugins and secrets are read once for all. */
export const integrationsById = loaderWith(
  (deps: PluginDeps, context) =>
    new DataLoader<string, IntegrationType | null>(async (ids) => {
      const viewing = signedIn(context);
      const records = await viewing.database.read(viewing.viewer.scope, (tx) => findIntegrations(tx, ids));
      const shown = await integrationsFrom(viewing, deps, records);
      const byId = new Map(shown.map((one) => [uuidOf('Integration', one.id), one]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
);

@Resolver()
export class IntegrationResolver {
  constructor(private readonly deps: PluginDeps) {}

  @Query(() => [IntegrationType], { description: 'The integrations of the workspace. For ADMIN and HR.' })
  async integrations(@Ctx() context: RequestContext): Promise<IntegrationType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readPlugins', 'integrations');
    const { viewer, database } = viewing;
    const records = await database.look((tx) => listIntegrations(tx, viewer.workspace.id));
    return integrationsFrom(viewing, this.deps, records);
  }

  @Mutation(() => IntegrationPayload, {
    description:
      'Configures a plugin. For ADMIN. User errors: INVALID for the name or a setting; NOT_NOW when the plugin is not enabled, or the server has no key to encrypt secrets with.',
  })
  async createIntegration(
    @Ctx() context: RequestContext,
    @InputArg(() => CreateIntegrationInput) input: CreateIntegrationInput,
  ): Promise<IntegrationPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createIntegration', input.pluginId);
    const pluginKey = await pluginKeyOf(viewing, this.deps, input.pluginId);
    if (pluginKey === undefined) throw notFound(viewing);
    const { name, config } = input;
    return this.#payload(
      viewing,
      await command(viewing, (act) => createIntegration(act, this.deps, { pluginKey, name, config })),
    );
  }

  @Mutation(() => IntegrationPayload, {
    description:
      'Changes the settings of an integration. For ADMIN. User errors: INVALID for the name or a setting; NOT_NOW when the plugin is not enabled, or the server has no key to encrypt secrets with.',
  })
  async updateIntegration(
    @Ctx() context: RequestContext,
    @InputArg(() => UpdateIntegrationInput) input: UpdateIntegrationInput,
  ): Promise<IntegrationPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'updateIntegration', input.integrationId);
    const integrationId = uuidIn(viewing, input.integrationId);
    const { name, config } = input;
    return this.#payload(
      viewing,
      await command(viewing, (act) => updateIntegration(act, this.deps, { integrationId, name, config })),
    );
  }

  @Mutation(() => IntegrationPayload, {
    description: 'Takes an integration out of use; its secrets stay or are erased. For ADMIN.',
  })
  async removeIntegration(
    @Ctx() context: RequestContext,
    @InputArg(() => RemoveIntegrationInput) input: RemoveIntegrationInput,
  ): Promise<IntegrationPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'removeIntegration', input.integrationId);
    const integrationId = uuidIn(viewing, input.integrationId);
    const before = await viewing.database.read(viewing.viewer.scope, (tx) => findIntegration(tx, integrationId));
    const shown = before ? await integrationsFrom(viewing, this.deps, [before]) : [];
    const outcome = await command(viewing, (act) =>
      removeIntegration(act, { integrationId, eraseSecrets: input.eraseSecrets }),
    );
    return outcome.ok
      ? { integration: shown[0] ?? null, userErrors: [] }
      : { integration: null, userErrors: outcome.errors };
  }

  @Mutation(() => IntegrationCheckPayload, {
    description: 'Asks the provider now whether the connection works. For ADMIN.',
  })
  async testIntegration(
    @Ctx() context: RequestContext,
    @InputArg(() => IntegrationInput) input: IntegrationInput,
  ): Promise<IntegrationCheckPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'testIntegration', input.integrationId);
    const { viewer, database, now, language } = viewing;
    const integrationId = uuidIn(viewing, input.integrationId);
    const visible = await database.read(viewer.scope, (tx) => findIntegration(tx, integrationId));
    const result = visible && (await testIntegration({ database, now }, this.deps, integrationId));
    if (!result) throw notFound(viewing);
    const { ok, verdict, messages } = result;
    return { ok, verdict, messages: messages.map((sentence) => sentence[language]), userErrors: [] };
  }

  async #payload(context: SignedInContext, outcome: Outcome<{ integrationId: string }>): Promise<IntegrationPayload> {
    if (!outcome.ok) return { integration: null, userErrors: outcome.errors };
    const { integrationId } = outcome.value;
    const record = await context.database.read(context.viewer.scope, (tx) => findIntegration(tx, integrationId));
    const [integration] = record ? await integrationsFrom(context, this.deps, [record]) : [];
    return { integration: integration ?? null, userErrors: [] };
  }
}

function uuidIn(context: SignedInContext, id: string): string {
  const uuid = uuidOf('Integration', id);
  if (uuid === undefined) throw notFound(context);
  return uuid;
}

export const integrationNodes = (deps: PluginDeps): NodeSource[] => [
  {
    type: 'Integration',
    load: async (context, uuid) => {
      const record = await context.database.read(context.viewer.scope, (tx) => findIntegration(tx, uuid));
      return record ? ((await integrationsFrom(context, deps, [record]))[0] ?? null) : null;
    },
  },
];

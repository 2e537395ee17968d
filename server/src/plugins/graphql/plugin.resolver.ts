import { textIn } from '@planwright/schema/text';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  InputArg,
  type NodeSource,
  notFound,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOf,
} from '../../access/graphql/index.js';
import { command, type Outcome, requireAction } from '../../access/index.js';
import { disablePlugin, enablePlugin } from '../enable-plugin.js';
import type { PluginDeps } from '../plugin-deps.js';
import { pluginUuid, readPlugins } from '../plugin-view.js';
import { EnablePluginInput, PluginInput } from './integration.type.js';
import { CatalogueEntryType, type IsolationView, PluginPayload, PluginType, pluginFrom } from './plugin.type.js';

/** All plugins as the viewer's workspace sees them. */
export async function pluginsOf(context: SignedInContext, deps: PluginDeps): Promise<PluginType[]> {
  const { viewer, database, language } = context;
  const views = await database.look((tx) => readPlugins(tx, deps, viewer.workspace.id));
  return views.map((view) => pluginFrom(view, language, isolationOf(context, deps)));
}

function isolationOf({ language }: SignedInContext, { host }: PluginDeps): IsolationView {
  const { level, reasons } = host.isolation;
  return { level, note: reasons.map((reason) => textIn(reason, language)).join(' ') };
}

/** The key of the plugin that an id names; absent for anything else. Those that are gone have ids too. */
export async function pluginKeyOf(context: SignedInContext, deps: PluginDeps, id: string): Promise<string | undefined> {
  const uuid = uuidOf('Plugin', id);
  const known = deps.registry.installed().find(({ key }) => pluginUuid(key) === uuid)?.key;
  if (known !== undefined || uuid === undefined) return known;
  return (await pluginsOf(context, deps)).find(({ key }) => pluginUuid(key) === uuid)?.key;
}

@Resolver()
export class PluginResolver {
  constructor(private readonly deps: PluginDeps) {}

  @Query(() => [PluginType], { description: 'All plugins as this workspace sees them. For ADMIN and HR.' })
  async plugins(@Ctx() context: RequestContext): Promise<PluginType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readPlugins', 'plugins');
    return pluginsOf(viewing, this.deps);
  }

  @Query(() => [CatalogueEntryType], {
    description: 'The reminder rules and scorers that plans may use, with their settings. For ADMIN, HR and DESIGNER.',
  })
  async pluginCatalogue(@Ctx() context: RequestContext): Promise<CatalogueEntryType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveDraft', 'pluginCatalogue');
    const { viewer, database, language } = viewing;
    const catalogue = await database.look((tx) => this.deps.registry.catalogue(tx, viewer.workspace.id));
    return Object.entries(catalogue).map(([use, { kind, version, title, of, configSchema }]) => ({
      use,
      kind,
      version,
      of: of ?? null,
      configSchema,
      title: textIn(title, language),
      pluginKey: use.split('/')[0] ?? '',
    }));
  }

  @Mutation(() => PluginPayload, {
    description:
      'Lets a plugin run in this workspace with the permissions that were shown. For ADMIN. User errors: PREVIEW_OUTDATED when its permissions are others by now; NOT_NOW when it is broken.',
  })
  async enablePlugin(
    @Ctx() context: RequestContext,
    @InputArg(() => EnablePluginInput) input: EnablePluginInput,
  ): Promise<PluginPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'enablePlugin', input.pluginId);
    const pluginKey = await this.#key(viewing, input.pluginId);
    return this.#payload(
      viewing,
      await command(viewing, (act) => enablePlugin(act, this.deps.registry, { pluginKey, consent: input.consent })),
    );
  }

  @Mutation(() => PluginPayload, {
    description:
      'Stops a plugin in this workspace. Its integrations and their secrets stay; plans that use it run on without it. For ADMIN.',
  })
  async disablePlugin(
    @Ctx() context: RequestContext,
    @InputArg(() => PluginInput) input: PluginInput,
  ): Promise<PluginPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'disablePlugin', input.pluginId);
    const pluginKey = await this.#key(viewing, input.pluginId);
    return this.#payload(viewing, await command(viewing, (act) => disablePlugin(act, this.deps.registry, pluginKey)));
  }

  async #key(context: SignedInContext, id: string): Promise<string> {
    const key = await pluginKeyOf(context, this.deps, id);
    if (key === undefined) throw notFound(context);
    return key;
  }

  async #payload(context: SignedInContext, outcome: Outcome<{ pluginKey: string }>): Promise<PluginPayload> {
    if (!outcome.ok) return { plugin: null, userErrors: outcome.errors };
    const { pluginKey } = outcome.value;
    const plugin = (await pluginsOf(context, this.deps)).find(({ key }) => key === pluginKey);
    return { plugin: plugin ?? null, userErrors: [] };
  }
}

export const pluginNodes = (deps: PluginDeps): NodeSource[] => [
  {
    type: 'Plugin',
    load: async (context, uuid) => {
      if (!context.viewer.roles.has('ADMIN') && !context.viewer.roles.has('HR')) return null;
      return (await pluginsOf(context, deps)).find(({ key }) => pluginUuid(key) === uuid) ?? null;
    },
  },
];

import { textIn } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import DataLoader from 'dataloader';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  badInput,
  type Connection,
  DateTimeScalar,
  decodeCursor,
  InputArg,
  loaderOf,
  notFound,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOf,
} from '../../access/graphql/index.js';
import { command, mentionedPerson, PersonType, requireAction } from '../../access/index.js';
import {
  IntegrationType,
  integrationsById,
  integrationsFrom,
  listIntegrations,
  type PluginDeps,
} from '../../plugins/index.js';
import { setReminderSettings } from '../change-settings.js';
import { readRoutes } from '../deliver/routes.js';
import { readReminderSettings } from '../plan/workspace-hours.js';
import {
  countDeliveries,
  listDeliveries,
  type OccurrenceRecord,
  occurrencesOfDeliveries,
} from '../reminder-records.js';
import { setChannelRoute } from '../set-channel-route.js';
import { readSystemMail, setSystemMail } from '../set-system-mail.js';
import {
  ChannelRouteInput,
  ChannelRoutesPayload,
  ChannelRouteType,
  DeliveryConnection,
  DeliveryType,
  ReminderOccurrenceType,
  ReminderSettingsInput,
  ReminderSettingsPayload,
  ReminderSettingsType,
  SystemMailInput,
  SystemMailPayload,
} from './reminder.type.js';
import { deliveryView, occurrenceView } from './reminder-views.js';

@ArgsType()
class DeliveryArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only messages to this person.' })
  personId?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only messages due at this moment or later.' })
  from?: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only messages due before this moment.' })
  until?: Instant | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const occurrencesOf = (context: RequestContext) =>
  new DataLoader<string, OccurrenceRecord[]>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => occurrencesOfDeliveries(tx, ids));
    const byDelivery = Map.groupBy(rows, ({ deliveryId }) => deliveryId ?? '');
    return ids.map((id) => byDelivery.get(id) ?? []);
  });

@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(private readonly plugins: PluginDeps) {}

  @Query(() => DeliveryConnection, {
    description:
      'Messages of this workspace that the viewer may see, newest first: what went out or, in a sandbox, would have. For ADMIN and HR.',
  })
  async deliveries(
    @Ctx() context: RequestContext,
    @Args(() => DeliveryArgs) args: DeliveryArgs,
  ): Promise<Connection<DeliveryType>> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readDeliveries', 'deliveries');
    const { viewer, database } = viewing;
    const first = pageSize(context, args.first);
    const [dueAt, id] = args.after ? decodeCursor(context, args.after, ['instant', 'text']) : [];
    if (id !== undefined && !UUID.test(String(id))) throw badInput(context, 'CURSOR', ['after']);
    const personId = args.personId ? uuidOf('Person', args.personId) : undefined;
    if (args.personId && personId === undefined)
      return pageOf(
        [],
        { first },
        () => [],
        deliveryView,
        async () => 0,
      );
    const filter = { personId, from: args.from ?? undefined, until: args.until ?? undefined };
    const after = dueAt === undefined ? undefined : { dueAt: String(dueAt), id: String(id) };
    const rows = await database.read(viewer.scope, (tx) => listDeliveries(tx, filter, first, after));
    return pageOf(
      rows,
      { first, after: args.after },
      (row) => [row.dueAt, row.id],
      deliveryView,
      () => database.read(viewer.scope, (tx) => countDeliveries(tx, filter)),
    );
  }

  @FieldResolver(() => PersonType, { description: 'Who gets it.' })
  async to(@Ctx() context: RequestContext, @Root() delivery: DeliveryType): Promise<PersonType> {
    const person = await mentionedPerson(context, delivery.personUuid);
    if (!person) throw new Error('a message to nobody');
    return person;
  }

  @FieldResolver(() => IntegrationType, {
    nullable: true,
    description:
      'The integration that sends it. Null for the inbox, in a sandbox, and when the integration was removed.',
  })
  async integration(
    @Ctx() context: RequestContext,
    @Root() { integrationUuid }: DeliveryType,
  ): Promise<IntegrationType | null> {
    if (integrationUuid === null) return null;
    return loaderOf(context, integrationsById(this.plugins)).load(integrationUuid);
  }

  @FieldResolver(() => [ReminderOccurrenceType], { description: 'The reminders it holds.' })
  async occurrences(@Ctx() context: RequestContext, @Root() { uuid }: DeliveryType): Promise<ReminderOccurrenceType[]> {
    return (await loaderOf(context, occurrencesOf).load(uuid)).map(occurrenceView);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it is in this state, and what the provider said. Null when there is nothing to tell.',
  })
  detail(@Ctx() context: RequestContext, @Root() { reasonText, providerDetail }: DeliveryType): string | null {
    const parts = [reasonText ? textIn(reasonText, context.language) : '', providerDetail ?? ''].filter(
      (part) => part !== '',
    );
    return parts.length > 0 ? parts.join(' · ') : null;
  }
}

@Resolver()
export class ReminderSettingsResolver {
  constructor(private readonly plugins: PluginDeps) {}

  @Query(() => [ChannelRouteType], {
    description: 'Where each channel of plans leads, including those that lead to the inbox. For ADMIN and HR.',
  })
  async channelRoutes(@Ctx() context: RequestContext): Promise<ChannelRouteType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readPlugins', 'channelRoutes');
    return this.#routes(viewing);
  }

  @Query(() => ReminderSettingsType, { description: 'When people of the workspace are reminded. For ADMIN and HR.' })
  async reminderSettings(@Ctx() context: RequestContext): Promise<ReminderSettingsType> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readPlugins', 'reminderSettings');
    return viewing.database.read(viewing.viewer.scope, (tx) => readReminderSettings(tx, viewing.viewer.workspace.id));
  }

  @Mutation(() => ChannelRoutesPayload, {
    description:
      'Maps a channel of plans to an integration, or back to the inbox. For ADMIN. User errors: INVALID for the channel or contribution; NOT_NOW in a sandbox.',
  })
  async setChannelRoute(
    @Ctx() context: RequestContext,
    @InputArg(() => ChannelRouteInput) { channel, integrationId, contribution }: ChannelRouteInput,
  ): Promise<ChannelRoutesPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'setChannelRoute', channel);
    const uuid = integrationId ? uuidOf('Integration', integrationId) : null;
    if (uuid === undefined) throw notFound(viewing);
    const outcome = await command(viewing, (act) =>
      setChannelRoute(act, this.plugins.registry, { channel, integrationId: uuid, contribution: contribution ?? null }),
    );
    return { routes: await this.#routes(viewing), userErrors: outcome.ok ? [] : outcome.errors };
  }

  @Query(() => IntegrationType, {
    nullable: true,
    description:
      'The integration that sends invitations, password links and what owners of accounts are told. Null when none is set. For ADMIN and HR.',
  })
  async systemMail(@Ctx() context: RequestContext): Promise<IntegrationType | null> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readPlugins', 'systemMail');
    return this.#systemMail(viewing);
  }

  @Mutation(() => SystemMailPayload, {
    description:
      'Says which integration sends mail about accounts, or none. For ADMIN. User errors: INVALID when it has no channel; NOT_NOW in a sandbox.',
  })
  async setSystemMail(
    @Ctx() context: RequestContext,
    @InputArg(() => SystemMailInput) { integrationId }: SystemMailInput,
  ): Promise<SystemMailPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'setSystemMail', 'systemMail');
    const uuid = integrationId ? uuidOf('Integration', integrationId) : null;
    if (uuid === undefined) throw notFound(viewing);
    const outcome = await command(viewing, (act) => setSystemMail(act, this.plugins.registry, uuid));
    return { integration: await this.#systemMail(viewing), userErrors: outcome.ok ? [] : outcome.errors };
  }

  @Mutation(() => ReminderSettingsPayload, {
    description:
      'Changes when people are reminded. Reminders that wait already follow the new settings. For ADMIN. User error: INVALID for a time, the slots or the budget.',
  })
  async setReminderSettings(
    @Ctx() context: RequestContext,
    @InputArg(() => ReminderSettingsInput) input: ReminderSettingsInput,
  ): Promise<ReminderSettingsPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'setReminderSettings', 'settings');
    const outcome = await command(viewing, (act) => setReminderSettings(act, { ...input }));
    return outcome.ok ? { settings: outcome.value, userErrors: [] } : { settings: null, userErrors: outcome.errors };
  }

  async #systemMail(context: SignedInContext): Promise<IntegrationType | null> {
    const { viewer, database } = context;
    const set = await database.read(viewer.scope, (tx) => readSystemMail(tx, viewer.workspace.id));
    return set === null ? null : loaderOf(context, integrationsById(this.plugins)).load(set);
  }

  async #routes(context: SignedInContext): Promise<ChannelRouteType[]> {
    const { viewer, database } = context;
    const [rows, records] = await database.read(
      viewer.scope,
      async (tx) =>
        [await readRoutes(tx, viewer.workspace.id), await listIntegrations(tx, viewer.workspace.id)] as const,
    );
    const shown = new Map(
      (await integrationsFrom(context, this.plugins, records)).map((view) => [uuidOf('Integration', view.id), view]),
    );
    return ['chat', 'email', 'sms', 'todo', 'inbox'].map((channel) => {
      const row = rows.find((one) => one.channel === channel);
      const integration = row?.integrationId ? (shown.get(row.integrationId) ?? null) : null;
      return { channel, integration, contribution: row?.contribution ?? null };
    });
  }
}

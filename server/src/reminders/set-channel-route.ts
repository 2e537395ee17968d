import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { findIntegration, type PluginRegistry } from '../plugins/index.js';
import { say } from './generated/messages.js';

const CHANNELS = ['chat', 'email', 'sms', 'todo', 'inbox'];

export interface SetChannelRoute {
  channel: string;
  integrationId: string | null;
  contribution: string | null;
}

/** Maps a channel of plans to a channel of an integration, or back to the inbox. */
export async function setChannelRoute(
  act: Act,
  registry: PluginRegistry,
  { channel, integrationId, contribution }: SetChannelRoute,
): Promise<Outcome<{ channel: string }>> {
  const { tx, viewer, language } = act;
  const invalid = (sentence: Parameters<typeof userError>[1], path: string) =>
    refused(userError('INVALID', sentence, language, [path]));
  if (!CHANNELS.includes(channel)) return invalid(say('noSuchChannel'), 'channel');
  if (viewer.workspace.kind === 'SANDBOX')
    return refused(userError('NOT_NOW', say('notInSandbox'), language, ['channel']));
  let key: string | null = null;
  if (integrationId !== null) {
    if (channel === 'inbox') return invalid(say('inboxStays'), 'channel');
    const integration = await findIntegration(tx, integrationId);
    if (!integration) throw notFound(act);
    await tx.becomeWorker();
    const active = (await registry.active(tx, viewer.workspace.id)).get(integration.pluginKey);
    const offered = active?.manifest.contributes.filter(({ kind }) => kind === 'CHANNEL') ?? [];
    key = (contribution === null ? offered[0] : offered.find((one) => one.key === contribution))?.key ?? null;
    if (key === null) return invalid(say('noSuchContribution'), 'contribution');
  } else await tx.becomeWorker();
  await tx.rows(
    `insert into channel_route (workspace_id, channel, integration_id, contribution) values ($1::uuid, $2, $3::uuid, $4)
     on conflict (workspace_id, channel) do update set integration_id = excluded.integration_id, contribution = excluded.contribution`,
    [viewer.workspace.id, channel, integrationId, key],
  );
  await audited(act, {
    action: 'setChannelRoute',
    subject: channel,
    detail: { integration: integrationId, contribution: key },
  });
  return done({ channel });
}

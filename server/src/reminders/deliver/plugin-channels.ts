import type { ContributionManifest } from '@planwright/plugin-sdk';
import type { Called, OpenIntegration, PluginHost, Sessions } from '../../plugins/index.js';
import type { ChannelAddress, ChannelPort } from '../ports.js';

/** Channels of the plugins that are configured. */
export function pluginChannels(sessions: Sessions, host: PluginHost): ChannelPort {
  const call = async <T>(
    { integrationId, contribution }: ChannelAddress,
    work: (opened: OpenIntegration, channel: string) => Promise<Called<T>>,
  ): Promise<Called<T>> => {
    const opened = await sessions.open(integrationId);
    if ('closed' in opened)
      return { ok: false, failure: { kind: 'unavailable', message: opened.closed, retryAfterMs: 60_000 } };
    const channel = channelOf(opened, contribution);
    if (!channel) return { ok: false, failure: { kind: 'refused', message: 'the plugin has no such channel' } };
    return work(opened, channel.key);
  };
  return {
    describe: async ({ integrationId, contribution }) => {
      const opened = await sessions.open(integrationId);
      // The administrator replaces a lost key: messages wait for that, they do not go elsewhere.
      if ('closed' in opened)
        return opened.closed === 'KEY_LOST' ? { dedupe: { how: 'none' }, rates: [], settles: false } : undefined;
      const channel = channelOf(opened, contribution)?.channel;
      if (!channel) return undefined;
      const { dedupe, rates, settles, bytes } = channel;
      return { dedupe, rates, settles, ...(bytes === undefined ? {} : { bytes }) };
    },
    admit: async ({ integrationId, contribution }, { rates }, personId) => {
      if (rates.length === 0) return { ok: true };
      const opened = await sessions.open(integrationId);
      const channel = 'closed' in opened ? undefined : channelOf(opened, contribution);
      return channel ? sessions.admitSend(integrationId, channel.key, [personId]) : { ok: true };
    },
    addresses: (at, people) => call(at, ({ release }, channel) => host.address(release, channel, people)),
    send: (at, delivery) => call(at, ({ release, session }, channel) => host.send(release, channel, session, delivery)),
    settle: (at, refs) => call(at, ({ release, session }, channel) => host.settle(release, channel, session, refs)),
  };
}

function channelOf({ release }: OpenIntegration, contribution: string | null): ContributionManifest | undefined {
  return release.manifest.contributes.find(
    ({ kind, key }) => kind === 'CHANNEL' && (contribution === null || key === contribution),
  );
}

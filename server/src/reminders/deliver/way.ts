import type { ChannelAddress, ChannelDescription, ReminderDeps } from '../ports.js';
import { INBOX, type Route } from './routes.js';

/** In which workspace messages are sent; in a sandbox everything ends in the sink. */
export interface Workplace {
  workspaceId: string;
  sandbox: boolean;
}

/** How messages of a route leave. */
export type Way =
  | { kind: 'SINK'; route: Route }
  | { kind: 'INBOX'; route: Route }
  | { kind: 'CHANNEL'; route: Route; channel: ChannelAddress; description: ChannelDescription };

export const inboxWay: Way = { kind: 'INBOX', route: INBOX };

/** The inbox reaches everybody: it stands in for a channel of which the plugin is off. */
export async function wayOf(deps: ReminderDeps, { workspaceId, sandbox }: Workplace, route: Route): Promise<Way> {
  if (sandbox) return { kind: 'SINK', route };
  if (route.integrationId === null) return inboxWay;
  const channel = { workspaceId, integrationId: route.integrationId, contribution: route.contribution };
  const description = await deps.channels.describe(channel);
  return description ? { kind: 'CHANNEL', route, channel, description } : inboxWay;
}

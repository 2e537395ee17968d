/** The channels that plans name; which integration delivers each is the workspace's choice. */
export const CHANNELS = ['chat', 'email', 'sms', 'todo', 'inbox'] as const;
export type Channel = (typeof CHANNELS)[number];

export const isChannel = (value: string): value is Channel => CHANNELS.some((channel) => channel === value);

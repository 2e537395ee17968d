import { Client } from 'pg';
import { StartupError } from './startup-error.js';

/** What PostgreSQL itself does about a client that has vanished: its transaction, and what it has locked, ends within seconds. */
const SERVER_SIDE = [
  'tcp_keepalives_idle=5',
  'tcp_keepalives_interval=3',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=15000',
].map((setting) => `-c ${setting}`);

/** Settings of every connection: a dead one is found within seconds, and none waits for ever. */
export const connectionOptions = {
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5000,
  application_name: 'planwright',
  options: SERVER_SIDE.join(' '),
};

const OLDEST_VERSION = 150_000;

/** Connects one client, or throws a StartupError that names the address (never the password) and the reason. */
export async function connect(url: string, options: Record<string, unknown> = {}): Promise<Client> {
  const client = new Client({ ...connectionOptions, connectionString: url, ...options });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; name: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
    );
    if ((rows[0]?.version ?? 0) < OLDEST_VERSION) {
      throw new StartupError(
        `The database at ${addressOf(url)} is PostgreSQL ${rows[0]?.name}; Planwright needs 15 or newer.`,
      );
    }
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `Cannot reach the database at ${addressOf(url)} (${reasonOf(error)}); check DATABASE_URL and that it is running.`,
    );
  }
}

/** `host:port/database` of a URL, for sentences. */
export function addressOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname}`;
  } catch {
    return 'an address that is not a URL';
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

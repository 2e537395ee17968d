import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartupError } from '../database/index.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\/[^/]+\/.+/, {
  error: 'not an address like postgresql://user:password@host:5432/planwright',
});
const address = z
  .url({ protocol: /^https?$/, error: 'not an address like http://127.0.0.1:3000' })
  .transform((value) => new URL(value).origin);
const addresses = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(address));

const sealingKeys = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(z.base64({ error: 'not base64' })).min(1))
  .transform((list) => list.map((key) => Buffer.from(key, 'base64')))
  .refine((list) => list.every((key) => key.length === 32), {
    error: 'not 32 bytes in base64, as "openssl rand -base64 32" writes them',
  });

const clamdAddress = z
  .string()
  .regex(/^[^\s:/]+:\d{1,5}$/, { error: 'not an address like 127.0.0.1:3310' })
  .transform((text) => {
    const [host = '', number = ''] = text.split(':');
    return { host, port: Number(number) };
  });

/** Every setting of the server. All come by environment; an empty one counts as unset. */
const environment = z.object({
  /** `demo`: demo data and accounts; `development`: the same with reload; `production`: neither. */
  PLANWRIGHT_MODE: z.enum(['demo', 'development', 'production']).optional(),
  NODE_ENV: z.string().optional(),
  /** Login of the API role; unset = the embedded database. */
  DATABASE_URL: databaseUrl.optional(),
  /** Login that owns the tables, for migrations. */
  DATABASE_OWNER_URL: databaseUrl.optional(),
  /** Connections to the database at once. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** Folder of the embedded database. */
  PLANWRIGHT_DATA: z.string().default(path.join(ROOT, '.planwright', 'postgres')),
  /** Folders of plugins, separated by commas; `folder/*` means each folder in it that holds a built plugin. */
  PLANWRIGHT_PLUGINS: z.string().default(path.join(ROOT, 'plugins', '*')),
  /** Where the code of plugins is laid down for their processes. */
  PLANWRIGHT_PLUGIN_CACHE: z.string().default(path.join(ROOT, '.planwright', 'plugins')),
  /** Hosts in private networks that plugins may call, separated by commas: `erp.internal, 10.0.0.5:8443`. */
  PLANWRIGHT_PRIVATE_HOSTS: z.string().default(''),
  /** 32 bytes in base64 that seal the secrets of integrations; after a comma, older ones that `rotate-secrets` replaces. */
  PLANWRIGHT_SECRET_KEY: sealingKeys.optional(),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port(4000),
  /** Port of the studio on this machine, from which its usual addresses follow. */
  PORT: port(3000),
  /** Where browsers reach the API: https makes the cookie secure. */
  PLANWRIGHT_PUBLIC_URL: address.optional(),
  /** Addresses of the studio, separated by commas: only their pages may call the API. */
  PLANWRIGHT_STUDIO_URL: addresses.optional(),
  /** How many proxies of ours stand before the API: that many addresses of X-Forwarded-For are believed. */
  PLANWRIGHT_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Chromium that prints reports; unset = the one in the npm package (Linux). */
  PLANWRIGHT_CHROMIUM: z.string().optional(),
  /** Gigabytes of uploaded files that a workspace may keep. */
  PLANWRIGHT_FILES_GIGABYTES: z.coerce.number().positive().max(100_000).default(50),
  /** `host:port` of a clamd that looks at uploads; unset = nobody does. While it does not answer, nothing can be uploaded. */
  PLANWRIGHT_CLAMD: clamdAddress.optional(),
  PLANWRIGHT_DEMO_EXAMPLES: z.enum(['yes', 'no'], { error: 'neither yes nor no' }).default('yes'),
  PLANWRIGHT_DEMO_PASSWORD: z.string().min(8, { error: 'shorter than 8 characters' }).default('planwright'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Where the keys that seal secrets come from; `absent` = a production server with a database of its own must name one. */
export type SecretKeySetting =
  | { from: 'environment'; keys: Buffer[] }
  | { from: 'file'; file: string }
  | { from: 'absent' };

export interface Settings {
  mode: 'demo' | 'development' | 'production';
  database: { kind: 'embedded'; folder: string } | { kind: 'external'; appUrl: string; ownerUrl: string | undefined };
  poolSize: number;
  plugins: { folders: string[]; cacheFolder: string; privateHosts: string[] };
  secretKey: SecretKeySetting;
  host: string;
  port: number;
  /** Cookies are Secure and named `__Host-…`. */
  secure: boolean;
  /** Where browsers reach the API; undefined = at the address it listens on. */
  publicUrl: string | undefined;
  studioOrigins: string[];
  /** Executable that prints reports; undefined = the one in the npm package. */
  chromium: string | undefined;
  trustedProxies: number;
  files: { mostBytes: number; clamd: { host: string; port: number } | undefined };
  demoPassword: string;
  /** Whether the demo company gets a report, messages, a sandbox and an experiment to look at. */
  demoExamples: boolean;
  logLevel: string;
}

/** Reads and checks the environment; throws a StartupError that names the first wrong variable. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartupError(
      `The setting ${String(issue?.path[0])} is not valid (${issue?.message}); correct it and start again.`,
    );
  }
  const value = parsed.data;
  const mode = value.PLANWRIGHT_MODE ?? (value.NODE_ENV === 'production' ? 'production' : 'development');
  return {
    mode,
    database:
      value.DATABASE_URL === undefined
        ? { kind: 'embedded', folder: path.resolve(value.PLANWRIGHT_DATA) }
        : { kind: 'external', appUrl: value.DATABASE_URL, ownerUrl: value.DATABASE_OWNER_URL },
    poolSize: value.DATABASE_POOL,
    plugins: {
      folders: listOf(value.PLANWRIGHT_PLUGINS).map((folder) => path.resolve(folder)),
      cacheFolder: path.resolve(value.PLANWRIGHT_PLUGIN_CACHE),
      privateHosts: listOf(value.PLANWRIGHT_PRIVATE_HOSTS),
    },
    secretKey: secretKeyOf(value, mode),
    host: value.API_HOST,
    port: value.API_PORT,
    secure: value.PLANWRIGHT_PUBLIC_URL?.startsWith('https:') ?? false,
    publicUrl: value.PLANWRIGHT_PUBLIC_URL,
    studioOrigins: value.PLANWRIGHT_STUDIO_URL ?? [`http://127.0.0.1:${value.PORT}`, `http://localhost:${value.PORT}`],
    trustedProxies: value.PLANWRIGHT_TRUSTED_PROXIES,
    files: { mostBytes: value.PLANWRIGHT_FILES_GIGABYTES * 1024 ** 3, clamd: value.PLANWRIGHT_CLAMD },
    chromium: value.PLANWRIGHT_CHROMIUM,
    demoPassword: value.PLANWRIGHT_DEMO_PASSWORD,
    demoExamples: value.PLANWRIGHT_DEMO_EXAMPLES === 'yes',
    logLevel: value.LOG_LEVEL,
  };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A file beside the embedded database serves one machine; several servers of one database must be told the same key. */
function secretKeyOf(value: z.output<typeof environment>, mode: Settings['mode']): SecretKeySetting {
  if (value.PLANWRIGHT_SECRET_KEY) return { from: 'environment', keys: value.PLANWRIGHT_SECRET_KEY };
  if (value.DATABASE_URL !== undefined && mode === 'production') return { from: 'absent' };
  return { from: 'file', file: path.join(path.dirname(path.resolve(value.PLANWRIGHT_DATA)), 'secret-key') };
}

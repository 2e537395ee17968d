import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartupError } from '../database/startup-error.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

/** Every setting of the server. All come by environment; an empty one counts as unset. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Login of the API role; unset = the embedded database. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** Login that owns the tables, for migrations. */
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** Folder of the embedded database. */
  PLANWRIGHT_DATA: z.string().default(path.join(ROOT, '.planwright', 'postgres')),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port(4000),
  /** Where browsers reach the API: https makes the cookie secure. */
  PLANWRIGHT_PUBLIC_URL: origin.optional(),
  /** Origins of the studio, separated by commas: only their pages may call the API. */
  PLANWRIGHT_STUDIO_URL: z.string().default('http://127.0.0.1:3000,http://localhost:3000'),
  PLANWRIGHT_DEMO: flag.optional(),
  PLANWRIGHT_DEMO_PASSWORD: z.string().min(8).default('planwright'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Settings {
  production: boolean;
  database: { kind: 'embedded'; folder: string } | { kind: 'external'; appUrl: string; ownerUrl: string | undefined };
  host: string;
  port: number;
  /** Cookies are Secure and named `__Host-…`. */
  secure: boolean;
  studioOrigins: string[];
  demo: boolean;
  demoPassword: string;
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
      `The setting ${issue?.path.join('.')} is not valid (${issue?.message}); correct it and start again.`,
    );
  }
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  const studioOrigins = value.PLANWRIGHT_STUDIO_URL.split(',').map((text) => {
    const checked = origin.safeParse(text.trim());
    if (!checked.success)
      throw new StartupError(
        `The setting PLANWRIGHT_STUDIO_URL is not a list of addresses like http://127.0.0.1:3000; correct it and start again.`,
      );
    return checked.data;
  });
  return {
    production,
    database:
      value.DATABASE_URL === undefined
        ? { kind: 'embedded', folder: path.resolve(value.PLANWRIGHT_DATA) }
        : { kind: 'external', appUrl: value.DATABASE_URL, ownerUrl: value.DATABASE_OWNER_URL },
    host: value.API_HOST,
    port: value.API_PORT,
    secure: value.PLANWRIGHT_PUBLIC_URL?.startsWith('https:') ?? false,
    studioOrigins,
    demo: value.PLANWRIGHT_DEMO ?? !production,
    demoPassword: value.PLANWRIGHT_DEMO_PASSWORD,
    logLevel: value.LOG_LEVEL,
  };
}

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { StartupError } from '../startup-error.js';
import type { Binaries } from './binaries.js';
import type { RunAs } from './postgres-user.js';

/** Our own file in the data folder: by it we know the folder again. */
const MARK = 'planwright.json';

const markSchema = z.object({ format: z.literal(1), superuser: z.string(), owner: z.string(), app: z.string() });

/** Passwords of the three roles of an embedded database, random per data folder. */
export type Passwords = z.infer<typeof markSchema>;

/** Makes the folder a database if it is empty or absent; refuses one that holds something else. */
export async function prepareDataFolder(folder: string, binaries: Binaries, runAs: RunAs): Promise<Passwords> {
  if (isEmpty(folder)) await initialise(folder, binaries, runAs);
  const mark = path.join(folder, MARK);
  if (!existsSync(mark)) {
    throw new StartupError(
      `The folder ${folder} holds files that are not Planwright's; set PLANWRIGHT_DATA to an empty folder.`,
    );
  }
  const read = markSchema.safeParse(parseJson(readFileSync(mark, 'utf8')));
  if (!read.success)
    throw new StartupError(
      `The file ${mark} is damaged; restore it from a backup or set PLANWRIGHT_DATA to an empty folder.`,
    );
  await checkVersion(folder, binaries);
  return read.data;
}

function isEmpty(folder: string): boolean {
  try {
    return !existsSync(folder) || readdirSync(folder).length === 0;
  } catch (error) {
    throw new StartupError(
      `The database folder ${folder} cannot be read (${firstLine(error)}); set PLANWRIGHT_DATA to a folder.`,
    );
  }
}

/** Builds beside the folder and renames at the end, so that an interrupted start leaves nothing half made. */
async function initialise(folder: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  const parent = path.dirname(folder);
  const building = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  const passwords: Passwords = { format: 1, superuser: secret(), owner: secret(), app: secret() };
  try {
    mkdirSync(parent, { recursive: true });
    rmSync(building, { recursive: true, force: true });
    mkdirSync(building, { mode: 0o700 });
    writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
    give(building, runAs);
    give(passwordFile, runAs);
    await promisify(execFile)(
      binaries.initdb,
      [
        '-D',
        building,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...runAs, cwd: parent },
    );
    const mark = path.join(building, MARK);
    writeFileSync(mark, `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
    give(mark, runAs);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(building, folder);
  } catch (error) {
    remove(building);
    throw new StartupError(
      `The database folder ${folder} cannot be made (${firstLine(error)}); set PLANWRIGHT_DATA to a folder that can be written.`,
    );
  } finally {
    remove(passwordFile);
  }
}

/** Cleaning up after a failure must not hide why it failed. */
function remove(target: string): void {
  try {
    rmSync(target, { recursive: true, force: true });
  } catch {
    // It was never made.
  }
}

async function checkVersion(folder: string, binaries: Binaries): Promise<void> {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = await promisify(execFile)(binaries.postgres, ['--version']);
  const ours = /(\d+)\./.exec(stdout)?.[1] ?? stdout.trim();
  if (found !== ours) {
    throw new StartupError(
      `The folder ${folder} was written by PostgreSQL ${found} and this Planwright brings ${ours}; move it by dump and restore, or set PLANWRIGHT_DATA to an empty folder.`,
    );
  }
}

const secret = () => randomBytes(24).toString('base64url');

function give(target: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(target, uid, gid);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The line of a failed program that says why. */
function firstLine(error: unknown): string {
  const text =
    error instanceof Error ? ('stderr' in error && String(error.stderr).trim()) || error.message : String(error);
  return (
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .at(-1) ?? text
  );
}

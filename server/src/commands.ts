import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { accountSecrets, allowPasswords, sealedClientSecrets, sealedIdTokens } from './access/room.js';
import { patchBoards } from './boards/index.js';
import { compareCounters, recountBoards } from './boards/room.js';
import { type Clock, systemClock } from './clock/index.js';
import { logOptions, type Settings } from './config/index.js';
import { Database } from './database/index.js';
import { entities } from './entities.js';
import { exampleOuladCommand, importHistoryCommand } from './history/index.js';
import { theWorkspace } from './people/index.js';
import { integrationSecrets } from './plugins/room.js';

import { rebuildProjectionsCommand } from './progress/index.js';
import { Keyring, rotateSecrets } from './secrets/index.js';
import { createAdmin } from './setup/index.js';
import { openDatabase } from './start.js';

/** What a command of one run gets: a migrated database, and somewhere to write what a person should read. */
export interface CommandHost {
  settings: Settings;
  database: Database;
  clock: Clock;
  log: Logger;
  /** What stood behind the command's name. */
  parameters: readonly string[];
  print(line: string): void;
}

/** Answers the exit code. */
export type Command = (host: CommandHost) => Promise<number>;

/** The commands besides `serve`. A room adds a line. */
export const commands: Record<string, Command> = {
  /** Opening the database has already migrated it. */
  migrate: async ({ print }) => {
    print('The database is up to date.');
    return 0;
  },
  /** The first person of a new system, or one more administrator of a workspace; their password is printed once. */
  'create-admin': async ({ database, clock, parameters, print }) => {
    const { positionals } = parseArgs({
      args: [...parameters],
      options: { workspace: { type: 'boolean' } },
      allowPositionals: true,
      strict: false,
    });
    const [workspaceName, name, email] = positionals;
    if (!workspaceName || !name || !email) {
      print(
        'Name the company, the person and their e-mail address: npm run create-admin -- "Company" "Name" name@company.example',
      );
      print(
        'For a workspace that is there, its name or id: npm run create-admin -- --workspace ID "Name" name@company.example',
      );
      return 1;
    }
    const password = randomBytes(12).toString('base64url');
    const { workspace, isNew } = await createAdmin(database, {
      workspaceName,
      name,
      email,
      password,
      now: clock.real(),
    });
    print(
      isNew ? `The workspace ${workspace.name} was made.` : `${name} is one more administrator of ${workspace.name}.`,
    );
    print(`${email} may sign in to ${workspace.name} with the password ${password}`);
    return 0;
  },
  /** When the sign-in provider that is the only way in has failed for good. */
  'allow-passwords': async ({ database, parameters, print }) => {
    const workspace = await theWorkspace(database, parameters[0]);
    const provider = await database.work((tx) => allowPasswords(tx, workspace.id));
    print(
      provider === undefined
        ? `Passwords open ${workspace.name} already.`
        : `Passwords open ${workspace.name} again, besides “${provider}”.`,
    );
    return 0;
  },
  /** After somebody else may have seen a key: everything is encrypted again. */
  'rotate-secrets': async ({ database, settings, print }) => {
    const { changed, lost } = await rotateSecrets(database, new Keyring(settings.secretKey), [
      ...integrationSecrets,
      ...accountSecrets,
      sealedClientSecrets,
      sealedIdTokens,
    ]);
    print(`${changed} ${changed === 1 ? 'secret was' : 'secrets were'} encrypted again.`);
    for (const { called, keyId } of lost)
      print(`${called} was sealed with the key ${keyId}, which is not known: enter it again.`);
    return lost.length === 0 ? 0 : 1;
  },
  'rebuild-projections': (host) =>
    rebuildProjectionsCommand(host, {
      changed: patchBoards,
      differences: async (sql) =>
        (await compareCounters(sql)).map(
          ({ boardId, figure, stored, counted }) => `board ${boardId} ${figure}: ${stored}, should be ${counted}`,
        ),
      recount: recountBoards,
    }),
  /** What a company did before, from a folder of tables: docs/history.md. */
  'import-history': importHistoryCommand,
  /** A public dataset as such a history, in a workspace of its own. */
  'example-oulad': (host) =>
    exampleOuladCommand(host, async (workspaceName) => {
      const email = 'oulad@planwright.example';
      const password = randomBytes(12).toString('base64url');
      const place = { timeZone: 'Europe/London', locale: 'en' };
      const admin = { workspaceName, name: 'OULAD', email, password, now: host.clock.real(), ...place };
      await createAdmin(host.database, admin);
      host.print(`${email} may sign in to ${workspaceName} with the password ${password}`);
    }),
};

/** Opens the database, runs one command, closes all again. */
export async function runCommand(command: Command, settings: Settings, parameters: readonly string[]): Promise<number> {
  const opened = await openDatabase(settings);
  try {
    const database = await Database.open({
      url: opened.appUrl,
      entities,
      poolSize: settings.poolSize,
      statementTimeoutMs: 300_000,
    });
    try {
      const log = pino(logOptions(settings.logLevel), pino.destination(2));
      return await command({
        settings,
        database,
        clock: systemClock,
        log,
        parameters,
        print: (line) => process.stdout.write(`${line}\n`),
      });
    } finally {
      await database.close();
    }
  } finally {
    await opened.stop();
  }
}

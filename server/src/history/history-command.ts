import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '@planwright/schema/text';
import type { Logger } from 'pino';
import { languageOf } from '../access/graphql/index.js';
import type { Clock } from '../clock/index.js';
import type { Settings } from '../config/index.js';
import { type Database, StartupError } from '../database/index.js';
import { liveWorkspaces, theWorkspace } from '../people/index.js';
import { PluginRegistry } from '../plugins/index.js';
import { sayIn } from './generated/messages.js';
import { type HistoryReport, type HistoryWorkspace, type ImportOptions, importHistory } from './import-history.js';
import { convertOulad } from './oulad/convert-oulad.js';
import type { MessyParts } from './oulad/messy-parts.js';
import { readOulad } from './oulad/oulad-rows.js';
import { tellOutcomes } from './oulad/tell-outcomes.js';
import { readHistory } from './read-history.js';
import { summaryOf } from './summary-of.js';

export interface HistoryHost {
  settings: Pick<Settings, 'plugins'>;
  database: Database;
  clock: Clock;
  log: Logger;
  parameters: readonly string[];
  print(line: string): void;
}

/** Makes the example's own workspace with somebody who may do everything in it; wired in `commands.ts`. */
export type MakeWorkspace = (name: string) => Promise<void>;

type Workspace = HistoryWorkspace & { name: string; language: Language };

/** `import:history -- FOLDER [--workspace NAME_OR_ID] [--dry-run] [--strict] [--report FILE]`. */
export async function importHistoryCommand(host: HistoryHost): Promise<number> {
  const { folder, options, report, workspace } = readParameters(host.parameters);
  if (folder === undefined) {
    host.print(
      'Say which folder: npm run import:history -- FOLDER [--workspace NAME_OR_ID] [--dry-run] [--strict] [--report FILE]',
    );
    return 1;
  }
  const found = await findWorkspace(host.database, workspace);
  return importFolder(host, found, folder, options, report);
}

const EXAMPLE = 'Open University (OULAD)';

/** `example:oulad -- FOLDER [--keep FOLDER] [--report FILE]`: the dataset as a history, in a workspace of its own. */
export async function exampleOuladCommand(host: HistoryHost, makeWorkspace: MakeWorkspace): Promise<number> {
  const { folder, options, report, keep } = readParameters(host.parameters);
  if (folder === undefined) {
    host.print('Say where the tables of OULAD are: npm run example:oulad -- FOLDER [--keep FOLDER] [--report FILE]');
    return 1;
  }
  const dataset = await readOulad(folder);
  const there = await liveWorkspaces(host.database, EXAMPLE);
  if (there.length === 0) await makeWorkspace(EXAMPLE);
  const workspace = await findWorkspace(host.database, EXAMPLE);
  const out = keep ?? (await mkdtemp(path.join(tmpdir(), 'planwright-oulad-')));
  try {
    const messy = await convertOulad(dataset, out);
    printMessy(host, messy, workspace.language);
    const code = await importFolder(host, workspace, out, options, report);
    if (code === 0 && !options.dryRun) await tellOutcomes({ ...host, workspace });
    return code;
  } finally {
    if (keep === undefined) await rm(out, { recursive: true, force: true });
  }
}

function printMessy({ print }: HistoryHost, messy: MessyParts, language: Language): void {
  print(sayIn(language, 'attribution'));
  print(sayIn(language, 'notAsItStands'));
  for (const line of messy.lines(language)) print(`  ${line}`);
}

async function importFolder(
  host: HistoryHost,
  workspace: Workspace,
  folder: string,
  options: ImportOptions,
  reportFile: string | undefined,
): Promise<number> {
  const { settings, database, clock, log, print } = host;
  const { folders, cacheFolder } = settings.plugins;
  const registry = await PluginRegistry.start({ database, log, folders, cacheFolder, now: clock.real() });
  const history = await readHistory(folder);
  const report = await importHistory({ database, clock, registry }, workspace, history, options);
  for (const line of summaryOf(report, workspace.language, options)) print(line);
  if (reportFile !== undefined) await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`);
  return exitCodeOf(report);
}

/** Rows that were left out are told of; the command fails when nothing could be taken for want of a file or a plan. */
const exitCodeOf = ({ cohorts, notTaken }: HistoryReport): number =>
  cohorts.length === 0 && notTaken.length > 0 ? 1 : 0;

interface Parameters {
  folder: string | undefined;
  workspace: string | undefined;
  report: string | undefined;
  keep: string | undefined;
  options: ImportOptions;
}

const OPTIONS = {
  strict: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  workspace: { type: 'string' },
  report: { type: 'string' },
  keep: { type: 'string' },
} as const;

function readParameters(parameters: readonly string[]): Parameters {
  // Not strict, so that what is wrong is said in our words.
  const { tokens, positionals } = parseArgs({
    args: [...parameters],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw new StartupError(`There is no option ${token.rawName}.`);
    const { type } = OPTIONS[token.name as keyof typeof OPTIONS];
    if (type === 'string' && token.value === undefined)
      throw new StartupError(`Say what stands behind ${token.rawName}.`);
    given.set(token.name, token.value);
  }
  const pathOf = (word: string | undefined) => (word === undefined ? undefined : path.resolve(word));
  return {
    folder: pathOf(positionals.at(-1)),
    workspace: given.get('workspace'),
    report: pathOf(given.get('report')),
    keep: pathOf(given.get('keep')),
    options: { strict: given.has('strict'), dryRun: given.has('dry-run') },
  };
}

async function findWorkspace(database: Database, named: string | undefined): Promise<Workspace> {
  const { locale, ...workspace } = await theWorkspace(database, named);
  return { ...workspace, language: languageOf(locale) };
}

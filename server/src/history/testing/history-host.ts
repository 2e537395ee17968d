import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { PluginRegistry } from '../../plugins/registry.js';
import type { TestServer } from '../../testing/test-server.js';
import { type HistoryReport, type ImportOptions, importHistory } from '../import-history.js';
import { readHistory } from '../read-history.js';

/** A folder with these files; a file whose content is a list is a table without its quotes. */
export function folderOf(files: Record<string, string | readonly string[]>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-history-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : `${content.join('\n')}\n`);
  }
  return folder;
}

/** The import as the command runs it, beside the running server. */
export async function importFolder(
  { database, clock }: TestServer,
  workspaceId: string,
  folder: string,
  options: Partial<ImportOptions> = {},
): Promise<HistoryReport> {
  const { folders, cacheFolder } = readSettings({}).plugins;
  const log = pino({ level: 'silent' });
  const registry = await PluginRegistry.start({ database, log, folders, cacheFolder, now: clock.real() });
  const workspace = { id: workspaceId, timeZone: 'Asia/Shanghai' };
  const history = await readHistory(folder);
  return importHistory({ database, clock, registry }, workspace, history, { strict: false, dryRun: false, ...options });
}

export const codesOf = (report: HistoryReport): string[] =>
  report.notTaken.map(({ file, line, code }) => `${file}:${line} ${code}`).sort();

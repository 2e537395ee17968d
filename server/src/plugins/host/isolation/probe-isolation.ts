import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { LocalizedText } from '@planwright/schema/text';
import { say } from '../../generated/messages.js';
import type { Isolation } from '../plugin-host.js';
import { type Tools, wrapped } from './launcher.js';

const OWN_PROCESS: LocalizedText = say('probeIsolation.ownProcess');
/** Said instead where Node itself does not refuse. */
const GUARD_ALONE = (version: string): LocalizedText => say('probeIsolation.guardAlone', { version });
const KERNEL: LocalizedText = say('probeIsolation.kernel');
const NOT_LINUX: LocalizedText = say('probeIsolation.notLinux');
const NO_PRLIMIT: LocalizedText = say('probeIsolation.noPrlimit');
const NO_UNSHARE: LocalizedText = say('probeIsolation.noUnshare');
const NO_NAMESPACES: LocalizedText = say('probeIsolation.noNamespaces');
const BOUNDED: LocalizedText = say('probeIsolation.bounded');

const find = async (name: string, folders: readonly string[]): Promise<string | undefined> => {
  for (const folder of folders) {
    const file = path.join(folder, name);
    if (
      await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return undefined;
};

/** Whether the line really starts a Node, under the limits that plugins will have. */
const starts = (tools: Tools): Promise<boolean> =>
  new Promise((resolve) => {
    const [command, ...rest] = wrapped(tools, [tools.node, '-e', 'process.stdout.write("up")']);
    execFile(command, rest, { env: {}, timeout: 20_000, killSignal: 'SIGKILL' }, (error, stdout) =>
      resolve(error === null && stdout === 'up'),
    );
  });

/** Tries what a plugin would: a socket by its path, which no network namespace closes. Prints what came of it. */
const TRY_SOCKET = `
const say = (code) => process.stdout.write(process.version + ' ' + code);
try { require('node:net').connect('/planwright-tries-a-socket').on('error', ({ code }) => say(code)); } catch ({ code }) { say(code); }`;

/** The version of this Node, and whether its permissions cover the network: those before 26 do not. */
const runtime = (node: string): Promise<{ version: string; deniesNetwork: boolean }> =>
  new Promise((resolve) => {
    const options = { env: {}, timeout: 20_000, killSignal: 'SIGKILL' } as const;
    execFile(node, ['--permission', '--no-warnings', '-e', TRY_SOCKET], options, (_, stdout) => {
      const [version = '', code = ''] = stdout.split(' ');
      resolve({ version, deniesNetwork: code === 'ERR_ACCESS_DENIED' });
    });
  });

export interface Probed {
  isolation: Isolation;
  tools: Tools;
}

/**
 * What this machine gives, tried once. Later a start that fails is a failure: no process is ever started at a lower level than
 * the one that is shown.
 */
export async function probeIsolation(
  node: string,
  {
    searchPath = '',
    platform = process.platform,
    atMost = 2,
  }: { searchPath?: string; platform?: string; atMost?: 1 | 2 },
): Promise<Probed> {
  const { version, deniesNetwork } = await runtime(node);
  const own = deniesNetwork ? OWN_PROCESS : GUARD_ALONE(version);
  if (platform !== 'linux') return { isolation: { level: 1, reasons: [own, NOT_LINUX] }, tools: { node } };
  const folders = [
    ...new Set([...searchPath.split(':').filter((folder) => folder.startsWith('/')), '/usr/bin', '/bin', '/usr/sbin']),
  ];
  const found = {
    setpriv: await find('setpriv', folders),
    prlimit: await find('prlimit', folders),
    unshare: await find('unshare', folders),
  };
  const tools: Tools = { node };
  const reasons = [own];
  if (found.setpriv && (await starts({ node, setpriv: found.setpriv }))) tools.setpriv = found.setpriv;
  if (found.prlimit && (await starts({ ...tools, prlimit: found.prlimit }))) tools.prlimit = found.prlimit;
  else reasons.push(NO_PRLIMIT);
  if (atMost < 2) return { isolation: { level: 1, reasons: [...reasons, BOUNDED] }, tools };
  if (!found.unshare) return { isolation: { level: 1, reasons: [...reasons, NO_UNSHARE] }, tools };
  const all = { ...tools, unshare: found.unshare };
  if (!(await starts(all))) return { isolation: { level: 1, reasons: [...reasons, NO_NAMESPACES] }, tools };
  return { isolation: { level: 2, reasons: [...reasons, KERNEL] }, tools: all };
}

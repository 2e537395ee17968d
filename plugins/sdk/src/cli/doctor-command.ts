import { lookup } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildPlugin } from '../build/index.js';
import type { Command } from './command.js';
import { runChild } from './run-child.js';

interface Finding {
  holds: boolean;
  sentence: string;
}

/** `doctor`: what this machine gives a plugin's process, and whether the plugin's hosts have an address from here. */
export const doctorCommand: Command = async ({ folder, say }) => {
  const permission = await canPermit(folder);
  const limit = await canLimit(folder);
  const namespaces = await canSeparate(folder);
  const network = await deniesNetwork(folder);
  const level = namespaces.holds && permission.holds ? 2 : permission.holds ? 1 : 0;
  const findings = [permission, network, limit, namespaces, clock(), ...(await egress(folder))];
  for (const { holds, sentence } of findings) say(`${holds ? '✓' : '✗'} ${sentence}`);
  say(LEVELS[level] ?? '');
  if (level > 0 && !network.holds) say(GUARD_ALONE);
};

const LEVELS = [
  'Isolation: none. The server does not run plugins here; it needs Node 26, whose --permission covers the network.',
  'Isolation: level 1. Plugins run in processes of their own, behind the permissions of Node and a guard.',
  'Isolation: level 2. Plugins run in processes of their own that the kernel gives no network and no sight of other processes.',
];
const GUARD_ALONE =
  'But this Node cannot deny the network: only the guard keeps plugins from sockets. Use Node 26, and until then only plugins you trust.';

/** Tries a socket by its path, which no network namespace closes. */
async function deniesNetwork(folder: string): Promise<Finding> {
  const attempt =
    'try { require("node:net").connect("/planwright-tries-a-socket").on("error", ({ code }) => process.stdout.write(code)); } catch ({ code }) { process.stdout.write(code); }';
  const { output } = await runChild(process.execPath, ['--permission', '--no-warnings', '--eval', attempt], folder);
  return output.includes('ERR_ACCESS_DENIED')
    ? { holds: true, sentence: `Node ${process.version} refuses sockets and DNS to a plugin's process.` }
    : {
        holds: false,
        sentence: `Node ${process.version} lets a plugin's process open sockets: its permissions do not cover the network. Node 26 and later do.`,
      };
}

async function canPermit(folder: string): Promise<Finding> {
  const { code } = await runChild(
    process.execPath,
    ['--permission', '--eval', 'process.exit(process.permission.has("fs.read", "/etc") ? 1 : 0)'],
    folder,
  );
  return code === 0
    ? { holds: true, sentence: `Node ${process.version} closes files and child processes with --permission.` }
    : {
        holds: false,
        sentence: `Node ${process.version} does not know --permission. Start with the Node of the checkout: node_modules/.bin/node.`,
      };
}

async function canLimit(folder: string): Promise<Finding> {
  const { code } = await runChild('prlimit', [`--data=${1024 ** 3}`, process.execPath, '--eval', ''], folder);
  return code === 0
    ? { holds: true, sentence: 'prlimit bounds memory beside the heap.' }
    : {
        holds: false,
        sentence: 'prlimit does not work here: memory beside the heap is only watched. Install util-linux to bound it.',
      };
}

async function canSeparate(folder: string): Promise<Finding> {
  const parameters = [
    '--user',
    '--map-root-user',
    '--net',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
    process.execPath,
    '--eval',
    '',
  ];
  const { code } = await runChild('unshare', parameters, folder);
  return code === 0
    ? { holds: true, sentence: 'User, network and process namespaces work.' }
    : {
        holds: false,
        sentence:
          'Namespaces do not work here. Allow unprivileged user namespaces (in Docker: a seccomp profile with unshare) for level 2.',
      };
}

/** Signatures and tokens are refused by providers when the clock is years off; minutes nobody can see without asking one. */
function clock(): Finding {
  const now = new Date();
  return now.getUTCFullYear() >= 2025
    ? {
        holds: true,
        sentence: `The clock says ${now.toISOString()}. If that is minutes off, signed requests are refused.`,
      }
    : {
        holds: false,
        sentence: `The clock says ${now.toISOString()}, which is past. Set it, or signed requests are refused.`,
      };
}

/** The hosts that the plugin in this folder names outright. */
async function egress(folder: string): Promise<Finding[]> {
  if (!existsSync(path.join(folder, 'package.json'))) return [];
  const { manifest } = await buildPlugin(folder);
  const hosts = (manifest.permissions.http ?? []).flatMap((pattern) => /^https:\/\/([^/*{]+)/.exec(pattern)?.[1] ?? []);
  return Promise.all(
    [...new Set(hosts)].map((host) =>
      lookup(host).then(
        ({ address }) => ({ holds: true, sentence: `${host} has the address ${address} from here.` }),
        () => ({
          holds: false,
          sentence: `${host} has no address from here. Look at the DNS and the firewall of the server.`,
        }),
      ),
    ),
  );
}

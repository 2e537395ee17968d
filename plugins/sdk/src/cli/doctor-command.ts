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
  const level = namespaces.holds && permission.holds ? 2 : permission.holds ? 1 : 0;
  const findings = [permission, limit, namespaces, clock(), ...(await egress(folder))];
  for (const { holds, sentence } of findings) say(`${holds ? '✓' : '✗'} ${sentence}`);
  say(LEVELS[level] ?? '');
};

const LEVELS = [
  'Isolation: none. The server does not run plugins here; it needs Node 24 with --permission.',
  'Isolation: level 1. Plugins run in processes of their own, behind a guard; the network is closed to them by that guard alone.',
  'Isolation: level 2. Plugins run in processes of their own without a network, and see no other process.',
];

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

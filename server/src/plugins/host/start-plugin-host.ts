import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Broker, type BrokerOptions } from './broker/broker.js';
import { commandLine, type Tools } from './isolation/launcher.js';
import { probeIsolation } from './isolation/probe-isolation.js';
import { PROCESS_LIMITS, type ProcessLimits } from './process/process-limits.js';
import type { SupervisorOptions } from './process/supervisor.js';
import { RunningPluginHost } from './running-plugin-host.js';

export interface PluginHostOptions {
  /** Lines of plugins outside a call, and what the host itself has to say. */
  log: SupervisorOptions['log'];
  /** The Node that runs plugins; the server's own without a word. */
  node?: string;
  /** Where tools are looked for: the server's PATH. */
  searchPath?: string;
  /** An operator may keep the level down; it is shown as such. */
  atMost?: 1 | 2;
  limits?: Partial<ProcessLimits>;
  broker?: BrokerOptions;
}

/** Beside this file; run from source (Node strips the types) or from what the build made of it. */
const here = path.dirname(fileURLToPath(import.meta.url));
const extension = import.meta.url.endsWith('.ts') ? '.mts' : '.mjs';
const CHILD_FILES = [
  'main',
  'guard',
  'globals',
  'frozen',
  'no-clock',
  'lines',
  'asks',
  'context',
  'operations',
  'reads',
];
const childFile = (name: string) => path.join(here, 'child', `${name}${extension}`);

/** How a process for one bundle is started here. */
export const childCommandLine = (tools: Tools, bundle: string, heapMb: number): [string, ...string[]] =>
  commandLine(tools, {
    entry: childFile('main'),
    guard: childFile('guard'),
    readable: [...CHILD_FILES.map(childFile), bundle],
    heapMb,
  });

/** Finds out what this machine isolates, and is ready to start processes; none is started yet. */
export async function startPluginHost(options: PluginHostOptions): Promise<RunningPluginHost> {
  const node = options.node ?? process.execPath;
  const { isolation, tools } = await probeIsolation(node, {
    ...(options.searchPath === undefined ? {} : { searchPath: options.searchPath }),
    ...(options.atMost === undefined ? {} : { atMost: options.atMost }),
  });
  return new RunningPluginHost(isolation, new Broker(options.broker), {
    limits: { ...PROCESS_LIMITS, ...options.limits },
    log: options.log,
    bundleUrl: (bundle) => pathToFileURL(bundle).href,
    commandLine: (bundle, heapMb) => childCommandLine(tools, bundle, heapMb),
  });
}

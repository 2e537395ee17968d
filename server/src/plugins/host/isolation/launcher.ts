/** How a plugin's process is started on this machine: tools that exist, found once. */
export interface Tools {
  node: string;
  /** Ends the process when the server dies. */
  setpriv?: string | undefined;
  /** Bounds its memory. */
  prlimit?: string | undefined;
  /** Takes its network and its sight of other processes away. */
  unshare?: string | undefined;
}

export interface Launch {
  entry: string;
  guard: string;
  /** Files it may read: the bundle and what belongs to the entry. */
  readable: readonly string[];
  /** Heap in MiB. */
  heapMb: number;
}

/** RLIMIT_DATA: below it Node does not start at 400 MiB, above it 2 GiB did not bind. */
const DATA_BYTES = 1024 ** 3;

export const NAMESPACES = ['--user', '--map-root-user', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Everything before `node`: the outermost tool first. */
export function wrapped(tools: Tools, inner: readonly string[]): [string, ...string[]] {
  const line = [
    ...(tools.setpriv ? [tools.setpriv, '--pdeathsig', 'KILL'] : []),
    ...(tools.prlimit ? [tools.prlimit, `--data=${DATA_BYTES}`, '--core=0', '--fsize=0'] : []),
    ...(tools.unshare ? [tools.unshare, ...NAMESPACES] : []),
    ...inner,
  ];
  const [command = tools.node, ...rest] = line;
  return [command, ...rest];
}

/** The whole command line of a plugin's process. */
export function commandLine(tools: Tools, launch: Launch): [string, ...string[]] {
  return wrapped(tools, [
    tools.node,
    '--permission',
    ...launch.readable.map((file) => `--allow-fs-read=${file}`),
    `--max-old-space-size=${launch.heapMb}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    '--import',
    launch.guard,
    launch.entry,
  ]);
}

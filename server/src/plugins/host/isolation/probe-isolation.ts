import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { LocalizedText } from '@planwright/schema/text';
import type { Isolation } from '../plugin-host.js';
import { type Tools, wrapped } from './launcher.js';

const OWN_PROCESS: LocalizedText = {
  'zh-CN': '每个插件在自己的进程中运行：不能读文件、不能联网，内存和时间都有上限，超时即终止。',
  en: 'Each plugin runs in a process of its own: no files, no network but through the server, memory and time bounded, ended when it overruns.',
};
/** Said instead where Node itself does not refuse. */
const GUARD_ALONE = (version: string): LocalizedText => ({
  'zh-CN': `每个插件在自己的进程中运行：不能读文件，内存和时间都有上限，超时即终止。但这台机器的 Node（${version}）不能禁止插件联网，只有 Planwright 自己的防护挡在前面。安装 Node 26 后重启；在此之前只启用信得过的插件。`,
  en: `Each plugin runs in a process of its own: no files, memory and time bounded, ended when it overruns. But this machine’s Node (${version}) cannot deny plugins the network; only Planwright’s own guard stands in the way. Install Node 26 and restart; until then, enable only plugins you trust.`,
});
const KERNEL: LocalizedText = {
  'zh-CN': '操作系统内核另外隔离了网络和其他进程。',
  en: 'The kernel takes the network and other processes out of its sight as well.',
};
const NOT_LINUX: LocalizedText = {
  'zh-CN': '这台机器不是 Linux：没有命名空间，内存只能靠定时检查来限制。',
  en: 'This machine is not Linux: there are no namespaces, and memory is bounded by looking at it every second only.',
};
const NO_PRLIMIT: LocalizedText = {
  'zh-CN': '没有 prlimit：堆以外的内存只能靠定时检查来限制。安装 util-linux 后重启。',
  en: 'prlimit is missing: memory outside the heap is bounded by looking at it every second only. Install util-linux and restart.',
};
const NO_UNSHARE: LocalizedText = {
  'zh-CN': '没有 unshare，内核隔离不可用。安装 util-linux 后重启。',
  en: 'unshare is missing, so the kernel does not isolate. Install util-linux and restart.',
};
const NO_NAMESPACES: LocalizedText = {
  'zh-CN':
    '内核不允许普通用户建立命名空间。允许后重启，例如 sysctl kernel.unprivileged_userns_clone=1，或在容器中放开 unshare。',
  en: 'The kernel refuses user namespaces here. Allow them and restart: sysctl kernel.unprivileged_userns_clone=1, or let the container call unshare.',
};
const BOUNDED: LocalizedText = {
  'zh-CN': '运维设置把隔离限制在第 1 级。',
  en: 'A setting of the operator keeps isolation at level 1.',
};

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

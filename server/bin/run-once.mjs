import { spawn } from 'node:child_process';
import { build } from './build.mjs';

/** Builds, runs one script of the server to its end, and ends with its exit code. */
export async function runOnce(root, parameters) {
  await build(root, ['@planwright/server']);
  const child = spawn(process.execPath, ['--enable-source-maps', ...parameters], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exit(await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1))));
}

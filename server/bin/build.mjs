import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Builds what changed since the last time; turbo remembers the rest.
 * What it prints is shown only when it fails: a person who starts the product did not ask for a build log.
 */
export async function build(root, packages = []) {
  const filters = packages.flatMap((name) => ['--filter', name]);
  const turbo = path.join(root, 'node_modules/turbo/bin/turbo');
  const lines = [];
  const note = setTimeout(
    () => console.log('Building the studio and the server. The first time this takes about a minute …'),
    3000,
  );
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only', ...filters], {
      cwd: root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => lines.push(chunk));
    child.stderr.on('data', (chunk) => lines.push(chunk));
    child.on('error', reject);
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(note);
  if (code !== 0) throw new Error(`${Buffer.concat(lines).toString()}\nThe build failed; the lines above say where.`);
}

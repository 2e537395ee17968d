import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads a JSON file; undefined where there is none or it is broken. */
const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed.
 * Optional packages are for other platforms and may be absent. Those for tests count only where `forTests` asks for them.
 */
export function isInstalled(root, { forTests = false } = {}) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.optional || entry.peer) return true;
    if (!forTests && (entry.dev || entry.devOptional)) return true;
    return installed[place]?.version === entry.version && existsSync(path.join(root, place));
  });
}

/**
 * Installs by `npm ci` what is missing, and says so while it lasts. What only tests and checks need (`devDependencies`)
 * is left out unless `forTests` asks for it: the product starts without it.
 */
export async function ensureInstalled(root, { forTests = false } = {}) {
  if (isInstalled(root, { forTests })) return;
  console.log('Installing packages. The first time this takes about a minute …');
  const startedAt = process.hrtime.bigint();
  const seconds = () => Number((process.hrtime.bigint() - startedAt) / 1_000_000_000n);
  const ticking = setInterval(() => console.log(`  still installing, ${seconds()} s`), 20_000);
  try {
    // A checkout whose tests have run keeps what they need.
    const hadTests = existsSync(path.join(root, 'node_modules/jest'));
    const kinds = forTests || hadTests ? ['--include=dev'] : ['--omit=dev'];
    await npm(root, ['ci', ...kinds, '--no-audit', '--no-fund', '--loglevel=error']);
    console.log(`Packages are installed (${seconds()} s).`);
  } finally {
    clearInterval(ticking);
  }
}

/** Runs the npm that started us, else the one on the path. */
export function npm(root, parameters) {
  const cli = process.env.npm_execpath;
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...parameters], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.on('error', (cause) => reject(new Error(`npm could not be started: ${cause.message}`)));
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`npm ${parameters[0]} ended with code ${code}; what it printed above says why.`)),
    );
  });
}

// What somebody who joins waits for: a start from nothing (clone, install with an empty cache, build, demo company), and the
// tests of one room alone.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { held } from './measure.mjs';

const ROOM = 'server/src/boards';
const ROOM_SECONDS = 60;

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Bytes of all files below a folder; links are not followed. */
const sizeOf = (file) => {
  const stat = lstatSync(file);
  return stat.isDirectory()
    ? readdirSync(file).reduce((sum, name) => sum + sizeOf(path.join(file, name)), 0)
    : stat.size;
};

/** Seconds until the command has said `done`, or has ended where nothing is to be said. */
function secondsOf(command, cwd, env, done) {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const child = spawn('npm', command, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    let took;
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (took !== undefined || done === undefined || !said.includes(done)) return;
      took = seconds();
      process.kill(-child.pid, 'SIGINT');
    });
    child.on('close', (code) =>
      took !== undefined || (done === undefined && code === 0)
        ? resolve(took ?? seconds())
        : reject(new Error(`npm ${command.join(' ')} ended with code ${code}:\n${said.slice(-2000)}`)),
    );
  });
}

export async function benchNewcomer() {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-newcomer-'));
  chmodSync(folder, 0o755);
  const checkout = path.join(folder, 'planwright');
  try {
    execFileSync('git', ['clone', '--quiet', '--local', root, checkout]);
    const env = {
      PORT: String(await freePort()),
      API_PORT: String(await freePort()),
      PLANWRIGHT_DATA: path.join(folder, 'postgres'),
      npm_config_cache: path.join(folder, 'cache'),
    };
    const start = await secondsOf(['start'], checkout, env, 'Planwright is up');
    const megabytes = sizeOf(path.join(checkout, 'node_modules')) / 1e6;
    const room = await secondsOf(['test', '--', ROOM], root, {});
    console.log('\nWhat a newcomer waits for');
    console.log(`  npm start from nothing, everything downloaded              ${start.toFixed(0).padStart(8)} s`);
    console.log(`  node_modules after it                                      ${megabytes.toFixed(0).padStart(8)} MB`);
    console.log(
      `  npm test -- ${ROOM.padEnd(46)} ${room.toFixed(0).padStart(8)} s   ${held(room, ROOM_SECONDS)} (at most ${ROOM_SECONDS})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawn } from 'node:child_process';
import net from 'node:net';

const GRACE_MS = 12_000;

/**
 * Starts a long-lived process in a group of its own, so that Ctrl-C reaches the launcher alone and the order of
 * stopping is ours. The channel between us tells the child when the launcher is gone.
 */
export function startProcess(name, command, parameters, { cwd, env, quiet = false }) {
  const child = spawn(command, parameters, {
    cwd,
    env: { ...process.env, ...env, PLANWRIGHT_LAUNCHER: String(process.pid) },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const ended = new Promise((resolve) => {
    child.on('error', (cause) => resolve({ name, code: 1, reason: cause.message }));
    child.on('exit', (code, signal) => resolve({ name, code: code ?? 1, reason: signal ?? `code ${code}` }));
  });
  return { name, child, ended };
}

/** Asks a process to end, and ends it when it does not. */
export async function stopProcess({ child, ended }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(timer);
}

/** A server that other tools of the process group left behind would answer for us: so the port must be free first. */
export function assertPortIsFree(port, variable) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (cause) =>
      reject(
        new Error(
          cause.code === 'EADDRINUSE'
            ? `Port ${port} is in use by another program. Stop it, or choose another port: ${variable}=${port + 10} npm start`
            : `Port ${port} cannot be opened (${cause.code}). Choose another one: ${variable}=8${String(port).slice(1)} npm start`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** Waits for a message of the kind the child promises, or for its end. */
export function untilReady({ name, child, ended }, isReady) {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (isReady(message)) resolve(message);
    });
    ended.then(({ reason }) => reject(new Ended(name, reason)));
  });
}

/** Asks an address until it answers. */
export async function untilAnswers(url, process_) {
  let over = false;
  process_.ended.then(() => {
    over = true;
  });
  while (!over) {
    const answered = await fetch(url, { redirect: 'manual' }).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { reason } = await process_.ended;
  throw new Ended(process_.name, reason);
}

/** A child ended before it was ready. One that ends with code 1 has said why itself, in a sentence. */
export class Ended extends Error {
  constructor(name, reason) {
    super(`The ${name} ended before it was ready (${reason}).`);
    this.saidWhy = reason === 'code 1';
  }
}

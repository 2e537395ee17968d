import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own that answers questions over its channel; `ask('cpu')` is its CPU so far. */
export async function startChild(file, settings) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    ...(process.env.PROFILE
      ? { execArgv: ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`, '--cpu-prof-interval=200'] }
      : {}),
    env: { ...process.env, NODE_ENV: 'production', BENCH: JSON.stringify(settings) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map();
  let next = 0;
  const failed = new Promise((_, reject) => {
    child.on('exit', (code) => code && reject(new Error(`${file} ended with code ${code}`)));
  });
  failed.catch(() => undefined);
  child.on('message', ({ id, answer }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ask = (question, detail) =>
    Promise.race([
      failed,
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        child.send({ id, question, detail });
      }),
    ]);
  return {
    ready: await ask('ready'),
    ask,
    /** CPU microseconds of the child while `work` runs here. */
    cpuOf: async (work) => {
      const before = await ask('cpu');
      await work();
      return (await ask('cpu')) - before;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

/** The other end: serves questions by name. */
export function answer(questions) {
  const all = {
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    ...questions,
  };
  process.on('message', async ({ id, question, detail }) => process.send({ id, answer: await all[question](detail) }));
  process.on('disconnect', () => process.exit(0));
}

export const settings = () => JSON.parse(process.env.BENCH ?? '{}');

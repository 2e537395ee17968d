import path from 'node:path';
import { build } from './build.mjs';
import { keepRunning } from './keep-running.mjs';
import { assertPortIsFree, startProcess, stopProcess, untilAnswers, untilReady } from './processes.mjs';

const DEMO_ROLES = ['admin', 'hr', 'designer', 'mentor', 'lead', 'learner'];

const portOf = (variable, usual) => {
  const given = process.env[variable];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${variable}=${given} is no port: set a number from 1 to 65535.`);
  return port;
};

/**
 * Starts API and studio and runs until Ctrl-C. A process that ends on its own is started again.
 * `demo` brings demo data and accounts, `development` reloads on change, `production` has neither.
 */
export async function start(root, mode) {
  const port = portOf('PORT', 3000);
  const apiPort = portOf('API_PORT', 4000);
  await assertPortIsFree(port, 'PORT');
  await assertPortIsFree(apiPort, 'API_PORT');
  await build(root, mode === 'development' ? ['@planwright/server', './plugins/*'] : []);

  const running = new Map();
  const stopped = new AbortController();
  let stopping;
  const stop = () => {
    stopped.abort();
    stopping ??= (async () => {
      for (const one of [...running.values()].reverse()) await stopProcess(one);
    })();
    return stopping;
  };
  /** Once it is up, whoever ends is started again; `untilUp` says when it is. */
  const run = async (parameters, untilUp = async () => undefined) => {
    const start = () => {
      const started = startProcess(...parameters);
      running.set(started.name, started);
      return started;
    };
    return (await keepRunning({ start, untilUp, stopped: stopped.signal, say: console.error })).answer;
  };
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      interrupted = true;
      await stop();
      process.exit(0);
    });
  }

  const env = {
    PLANWRIGHT_MODE: mode,
    PORT: String(port),
    API_PORT: String(apiPort),
    NODE_ENV: mode === 'development' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  try {
    if (mode === 'development') await watchSources(root, run, env);
    const reload =
      mode === 'development' ? ['--watch-path=server/dist', '--watch-path=schema/dist', '--watch-preserve-output'] : [];
    const { apiUrl } = await run(
      [
        'API',
        process.execPath,
        ['--enable-source-maps', ...reload, 'server/dist/main.js', 'serve'],
        { cwd: root, env },
      ],
      (api) =>
        mode === 'development' ? apiAnswers(api, apiPort) : untilReady(api, (message) => message?.ready === true),
    );
    const next = path.join(root, 'node_modules/next/dist/bin/next');
    const exitWithParent = path.join(root, 'server/bin/exit-with-parent.mjs');
    const studio = [
      'studio',
      process.execPath,
      [
        '--import',
        exitWithParent,
        next,
        mode === 'development' ? 'dev' : 'start',
        'studio',
        '-p',
        String(port),
        '-H',
        '127.0.0.1',
      ],
      {
        cwd: root,
        env: {
          ...env,
          PLANWRIGHT_API_URL: process.env.PLANWRIGHT_API_URL ?? '',
          PLANWRIGHT_DEMO: mode === 'production' ? '' : '1',
        },
        quiet: true,
      },
    ];
    await run(studio, (started) => untilAnswers(`http://127.0.0.1:${port}/sign-in`, started));
    announce(mode, port, apiUrl);
    // Until a signal: a process that ends before that is started again.
    await new Promise((resolve) => stopped.signal.addEventListener('abort', resolve));
    await stop();
  } catch (cause) {
    await stop();
    if (!interrupted) throw cause;
  }
}

/** Under `--watch` the messages of the API stay with its watcher, so its health is asked for instead. */
async function apiAnswers(api, apiPort) {
  await untilAnswers(`http://127.0.0.1:${apiPort}/readyz`, api);
  return { apiUrl: `http://127.0.0.1:${apiPort}/graphql` };
}

async function watchSources(root, run, env) {
  const tsc = path.join(root, 'node_modules/.bin/tsc');
  for (const room of ['schema', 'seeds', 'server']) {
    const parameters = ['-p', `${room}/tsconfig.build.json`, '--watch', '--preserveWatchOutput'];
    await run([`compiler of ${room}`, tsc, parameters, { cwd: root, env, quiet: true }]);
  }
}

function announce(mode, port, apiUrl) {
  const address = `http://127.0.0.1:${port}`;
  if (mode === 'production') {
    console.log(`Planwright is up: ${address} (API ${apiUrl}). Ctrl-C stops it.`);
    return;
  }
  const password = process.env.PLANWRIGHT_DEMO_PASSWORD ?? 'planwright';
  console.log(
    `Planwright is up: ${address} (API ${apiUrl}). Demo accounts ${DEMO_ROLES.join(', ')} @demo.planwright.example, password ${password}. Ctrl-C stops it.`,
  );
}

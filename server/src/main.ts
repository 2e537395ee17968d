// Before everything else: entities and GraphQL types are read by their decorators as they are loaded.
import 'reflect-metadata';
import { commands, runCommand } from './commands.js';
import { readSettings, type Settings } from './config/index.js';
import { StartupError } from './database/index.js';
import { openDatabase, startServer } from './start.js';

/** Everything stops within ten seconds of a signal, the embedded database included. */
const STOP_LIMIT_MS = 10_000;

/** Runs until a signal; says over the channel of its starter, if it has one, when it is ready. */
async function serve(settings: Settings): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  let stopping = false;
  const starting = (async () => {
    const opened = await openDatabase(settings);
    stops.push(opened.stop);
    // Whoever stops it now need not wait for a server that nobody wants.
    if (stopping) return undefined;
    const server = await startServer(settings, opened, {
      demo: settings.mode !== 'production',
      examples: settings.demoExamples,
    });
    stops.push(server.stop);
    return server.api.url;
  })();
  const stopAll = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  // A signal in the middle of starting waits for what is under way: else a database without a server would stay behind.
  const stopAndExit = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    void starting
      .catch(() => undefined)
      .then(stopAll)
      .then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stopAndExit);
  // The launcher is gone, however it went: nobody else would stop this process.
  process.once('disconnect', stopAndExit);

  try {
    // Awaited by itself: without a channel the call, and what stands in it, would not be evaluated.
    const apiUrl = await starting;
    if (apiUrl !== undefined) process.send?.({ ready: true, apiUrl });
  } catch (error) {
    await stopAll();
    throw inWords(error, settings);
  }
}

function inWords(error: unknown, { host, port }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartupError(`Port ${port} on ${host} is in use by another program; stop it or set API_PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES')
    return new StartupError(`The API cannot listen on ${host}:${port} (${code}); set API_HOST and API_PORT.`);
  return error;
}

async function main([name = 'serve', ...parameters]: string[]): Promise<void> {
  const settings = readSettings(process.env);
  if (name === 'serve') return serve(settings);
  const command = commands[name];
  if (!command) {
    throw new StartupError(`There is no command "${name}"; choose one of serve, ${Object.keys(commands).join(', ')}.`);
  }
  process.exitCode = await runCommand(command, settings, parameters);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`, () => process.exit(1));
});

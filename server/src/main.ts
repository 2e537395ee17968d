import { readSettings, type Settings } from './config/settings.js';
import { StartupError } from './database/startup-error.js';
import { openDatabase, startServer } from './start.js';

/** Everything stops within ten seconds of a signal, the embedded database included. */
const STOP_LIMIT_MS = 10_000;

type Command = (settings: Settings) => Promise<void>;

const commands: Record<string, Command> = {
  serve,
  migrate: async (settings) => {
    const opened = await openDatabase(settings);
    await opened.stop();
  },
};

async function serve(settings: Settings): Promise<void> {
  const opened = await openDatabase(settings);
  const server = await startServer(settings, opened).catch(async (error: unknown) => {
    await opened.stop();
    throw portError(error, settings);
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await server.stop();
    await opened.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
  // The launcher that started this process is gone: nobody would stop it.
  process.on('disconnect', () => void stop());
  process.send?.({ ready: true, apiUrl: server.api.url });
}

function portError(error: unknown, { host, port }: Settings): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} on ${host} is taken; stop the other program or set API_PORT.`);
  }
  return error;
}

async function main(name: string): Promise<void> {
  const command = commands[name];
  if (!command)
    throw new StartupError(`There is no command "${name}"; choose one of ${Object.keys(commands).join(', ')}.`);
  await command(readSettings(process.env));
}

main(process.argv[2] ?? 'serve').catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartupError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});

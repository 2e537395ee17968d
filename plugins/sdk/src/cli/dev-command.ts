import { watch } from 'node:fs';
import path from 'node:path';
import { AuthorError, buildPlugin, writeBuilt } from '../build/index.js';
import type { Command } from './command.js';

const SETTLED_MS = 80;

/**
 * `dev`: builds on each change of src/. A server in development mode sees the new manifest in the plugin's folder and puts a new
 * process in the place of the old one; one that does not build leaves the last good one running.
 */
export const devCommand: Command = async ({ folder, say }) => {
  let running: Promise<void> | undefined;
  let again = false;
  const build = async (): Promise<void> => {
    try {
      const built = await buildPlugin(folder, { readable: true });
      await writeBuilt(folder, built);
      say(`${built.manifest.id} built, ${built.manifest.sha256.slice(0, 8)}.`);
    } catch (cause) {
      if (!(cause instanceof AuthorError)) throw cause;
      say(`${cause.message}\nThe last build that worked stays.`);
    }
  };
  const request = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = build().finally(() => {
      running = undefined;
      if (again) {
        again = false;
        request();
      }
    });
  };
  request();
  await running;
  await new Promise<void>((resolve) => {
    let pause: NodeJS.Timeout | undefined;
    const watcher = watch(path.join(folder, 'src'), { recursive: true }, (_, file) => {
      if (file !== null && /\.test\.ts$/.test(file)) return;
      // Editors empty a file before they write it: what lies there between is nobody's text.
      clearTimeout(pause);
      pause = setTimeout(request, SETTLED_MS);
    });
    say(`Watching src/. Let the server look here: PLANWRIGHT_PLUGINS=${folder} beside its own folders. Ctrl-C stops.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        watcher.close();
        clearTimeout(pause);
        resolve();
      });
  });
  await running;
};

import { manifestFiles } from './plugin-folders.js';

interface Follower {
  /** Looks once; true when something was built since the last look. */
  look(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Often enough for whoever has just built, and one look at each place that could hold a plugin. */
const EVERY_MS = 1000;

/**
 * In development, sees what `planwright-plugin dev` builds, and reads the folders again; the host then puts a new process in the
 * place of the old one. It looks instead of being told, for folders come and go and may lie on shared disks.
 */
export async function followFolders(folders: readonly string[], reload: () => Promise<void>): Promise<Follower> {
  let seen = await fingerprint(folders);
  let looking: Promise<boolean> = Promise.resolve(false);
  const look = (): Promise<boolean> => {
    looking = looking
      .catch(() => false)
      .then(async () => {
        const now = await fingerprint(folders);
        if (now === seen) return false;
        await reload();
        seen = now;
        return true;
      });
    return looking;
  };
  // A reload that failed is tried again at the next look: what was seen stays what it was.
  const timer = setInterval(() => void look().catch(() => false), EVERY_MS);
  timer.unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await looking.catch(() => false);
    },
  };
}

/** Manifests are written last and put in place whole, so that their times stand for everything beside them. */
async function fingerprint(folders: readonly string[]): Promise<string> {
  const files = await manifestFiles(folders);
  return files.map(({ file, mtimeMs }) => `${file} ${mtimeMs}`).join('\n');
}

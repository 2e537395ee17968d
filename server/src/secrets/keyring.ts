import { createHash, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SecretKeySetting } from '../config/index.js';

export interface SealingKey {
  /** Stands beside each ciphertext, so that a lost key can be named. */
  id: string;
  bytes: Buffer;
}

/** The first seals; all of them open. They never come near the database. */
export type Keys = readonly SealingKey[];

export const sealingKey = (bytes: Buffer): SealingKey => ({
  id: createHash('sha256').update('planwright sealing key').update(bytes).digest('hex').slice(0, 16),
  bytes,
});

/** Where the keys are. Read when first needed: a server without secrets needs no key. */
export class Keyring {
  readonly #setting: SecretKeySetting;
  #keys: Promise<Keys> | undefined;

  constructor(setting: SecretKeySetting) {
    this.#setting = setting;
  }

  /** Empty when the server was told none and may not make one. */
  keys(): Promise<Keys> {
    this.#keys ??= this.#read().catch((error: unknown) => {
      this.#keys = undefined;
      throw error;
    });
    return this.#keys;
  }

  /**
   * Puts a fresh key before those of the file. With keys of the environment nothing changes: the person who sets them has
   * put the new one first.
   */
  async renew(): Promise<Keys> {
    const before = await this.keys();
    if (this.#setting.from !== 'file') return before;
    return this.#write(this.#setting.file, [sealingKey(randomBytes(32)), ...before]);
  }

  /** Forgets all keys of the file but the first. To be called when nothing is sealed with them any more. */
  async forgetOld(): Promise<void> {
    if (this.#setting.from === 'file') await this.#write(this.#setting.file, (await this.keys()).slice(0, 1));
  }

  async #read(): Promise<Keys> {
    switch (this.#setting.from) {
      case 'environment':
        return this.#setting.keys.map(sealingKey);
      case 'absent':
        return [];
      case 'file':
        return readOrMake(this.#setting.file);
      default:
        return this.#setting satisfies never;
    }
  }

  async #write(file: string, keys: Keys): Promise<Keys> {
    await rename(await fresh(file, keys), file);
    this.#keys = Promise.resolve(keys);
    return keys;
  }
}

const linesOf = (keys: Keys) => keys.map(({ bytes }) => `${bytes.toString('base64')}\n`).join('');

async function fresh(file: string, keys: Keys): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const made = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(made, linesOf(keys), { mode: 0o600, flag: 'wx' });
  return made;
}

async function readOrMake(file: string): Promise<Keys> {
  const there = await read(file);
  if (there) return there;
  const made = await fresh(file, [sealingKey(randomBytes(32))]);
  try {
    // Fails when another process was faster: then its key counts.
    await link(made, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(made, { force: true });
  }
  return (await read(file)) ?? [];
}

async function read(file: string): Promise<Keys | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  await chmod(file, 0o600);
  const keys = text.split('\n').filter((line) => line.trim() !== '');
  const bytes = keys.map((line) => Buffer.from(line, 'base64'));
  if (bytes.length === 0 || bytes.some(({ length }) => length !== 32)) throw new Error(`${file} holds no valid key`);
  return bytes.map(sealingKey);
}

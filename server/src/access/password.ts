import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from './passwords/password-rules.js';

/** argon2id is the library's default algorithm; 19 MiB and 2 passes are OWASP's first recommendation. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Each password takes a core for a good twenty milliseconds, and Node would compute four at once. When everybody signs in at
 * nine, one core is left to those who have signed in already.
 */
export const passwordsAtOnce = (cores: number): number => Math.max(1, cores - 1);

const AT_ONCE = passwordsAtOnce(availableParallelism());
let computing = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(compute: () => Promise<T>): Promise<T> {
  // Whoever ends hands the place over, so that nobody comes between.
  if (computing >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else computing += 1;
  try {
    return await compute();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else computing -= 1;
  }
}

/** The stored form of a password: argon2id with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalPassword(password), COST));
}

/** A hash that no password has, made once, so that an unknown address costs the time of a known one. */
let nobody: Promise<string> | undefined;

/** Whether the password is the account's. Without an account, or one that has a password, it takes as long and answers no. */
export async function checkPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(`${Math.PI}`);
  const against = passwordHash ?? (await nobody);
  const matches = await inTurn(() => verify(against, normalPassword(password))).catch(() => false);
  return matches && passwordHash != null;
}

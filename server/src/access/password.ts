import { hash, verify } from '@node-rs/argon2';

/** argon2id is the library's default algorithm; 19 MiB and 2 passes are OWASP's first recommendation. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The stored form of a password: argon2id with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** A hash that no password has, made once, so that an unknown address costs the time of a known one. */
let nobody: Promise<string> | undefined;

/** Whether the password is the account's. Without an account it takes as long and answers no. */
export async function checkPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(`${Math.PI}`);
  const matches = await verify(passwordHash ?? (await nobody), password).catch(() => false);
  return matches && passwordHash !== undefined;
}

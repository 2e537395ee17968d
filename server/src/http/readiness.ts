import type { Database } from '../database/index.js';

/** Why a server is not ready, or only half: a code for programs and a sentence for people. */
export interface NotReady {
  code: 'STARTING' | 'DATABASE_UNREACHABLE' | 'READ_ONLY';
  message: string;
}

const MESSAGES: Record<NotReady['code'], string> = {
  STARTING: 'The server is still starting.',
  DATABASE_UNREACHABLE: 'The database does not answer.',
  READ_ONLY: 'The database can be read but not written: it is read-only, a standby, or without room on its disk.',
};

/** Checked again on each call. A database that can be read keeps the server ready: reading goes on. */
export async function whyNotReady(
  database: Pick<Database, 'condition'>,
  starting: { readonly over: boolean },
): Promise<NotReady[]> {
  const condition = await database.condition();
  const codes: NotReady['code'][] = [];
  if (!starting.over) codes.push('STARTING');
  if (condition === 'UNREACHABLE') codes.push('DATABASE_UNREACHABLE');
  if (condition === 'READ_ONLY') codes.push('READ_ONLY');
  return codes.map((code) => ({ code, message: MESSAGES[code] }));
}

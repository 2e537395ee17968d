import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../clock/index.js';
import { columns, statement } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import { recordAudit } from './audit.js';
import { AccountEntity } from './entities.js';
import { say } from './generated/messages.js';
import type { RequestContext } from './graphql/context.js';
import { type UserErrorData, userError } from './graphql/user-error.js';
import { checkPassword } from './password.js';
import { loadViewer, openSession } from './session.js';
import { hashSessionToken, newSessionToken } from './session-token.js';
import { reserveTry } from './sign-in-failures.js';

const ACCOUNT = statement(
  { ...columns(AccountEntity, 'id', 'workspaceId', 'personId', 'passwordHash', 'demo'), active: 'boolean' },
  `
select a.id, a.workspace_id as "workspaceId", a.person_id as "personId", a.password_hash as "passwordHash", a.demo, p.active
from account a join person p on p.id = a.person_id where a.email = $1`,
);

export type SignInResult =
  | { ok: true; viewer: Viewer; token: string; expiresAt: Instant; device: string }
  | { ok: false; errors: UserErrorData[] };

/** Opens a session for an e-mail address and password. Unknown, wrong, inactive and "demo from afar" are one answer. */
export async function signIn(
  context: RequestContext,
  input: { email: string; password: string },
): Promise<SignInResult> {
  const { database, clock, transport, language } = context;
  const email = input.email.trim().toLowerCase().slice(0, 320);
  const now = clock.real();
  const tried = { email, network: transport.address, knownDevice: await knownDevice(context, email, now) };
  const attempt = await reserveTry(database, tried, now);
  if (!attempt) {
    context.log.warn({ action: 'signIn' }, 'too many failed tries');
    return { ok: false, errors: [userError('TOO_MANY_TRIES', say('tooManyTries'), language)] };
  }

  const account = await database.work((tx) => tx.row(ACCOUNT, [email]));
  const usable = account?.active && (!account.demo || transport.loopback) ? account : undefined;
  const matches = await checkPassword(usable?.passwordHash, input.password.slice(0, 1000));
  if (!usable || !matches) {
    if (account) {
      await database.work((tx) =>
        recordAudit(tx, {
          workspaceId: account.workspaceId,
          at: now,
          action: 'signIn',
          subject: account.personId,
          outcome: 'REFUSED',
        }),
      );
    }
    return {
      ok: false,
      errors: [userError('WRONG_CREDENTIALS', say('wrongCredentials'), language, ['email'])],
    };
  }

  await attempt.succeeded();
  const device = transport.device ?? newSessionToken();
  const session = await database.work(async (tx) => {
    await recordAudit(tx, {
      workspaceId: usable.workspaceId,
      at: now,
      actorId: usable.personId,
      action: 'signIn',
      outcome: 'OK',
    });
    return openSession(tx, usable, now, { userAgent: transport.userAgent, device });
  });
  const viewer = await loadViewer(database, session.token, now);
  if (!viewer) throw new Error('a session that was just opened has no viewer');
  return { ok: true, viewer, token: session.token, expiresAt: session.expiresAt, device };
}

/** A device is known for so long after it was last signed in from. */
const KNOWN_MS = 180 * 86_400_000;

const KNOWN = statement(
  { known: 'int' },
  `
select 1 as known from session s join account a on a.id = s.account_id
where a.email = $1 and s.device_hash = $2 and s.created_at > $3 limit 1`,
);

/** The browser's mark, where somebody has signed in to this account from it. */
async function knownDevice(
  { database, transport: { device } }: RequestContext,
  email: string,
  now: Instant,
): Promise<string | undefined> {
  if (device === undefined) return undefined;
  const rows = await database.lookUp(KNOWN, [email, hashSessionToken(device), plusMs(now, -KNOWN_MS)]);
  return rows.length > 0 ? device : undefined;
}

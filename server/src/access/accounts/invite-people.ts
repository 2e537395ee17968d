import type { Instant } from '@planwright/schema/time';
import type { AccessPorts } from '../access-ports.js';
import { personParties, requireEach } from '../actions.js';
import { recordAudits } from '../audit.js';
import { say } from '../generated/messages.js';
import { notFound } from '../graphql/request-error.js';
import { type UserErrorData, userError } from '../graphql/user-error.js';
import type { MutationName } from '../mutation-rules.js';
import { type Act, done, NotAllowed, type Outcome, refused } from '../outcome.js';
import { mayManageAccount } from '../outranks.js';
import { addressOf, expiryOf, openLinks } from './access-links.js';
import { sendsMail, writeLetters } from './account-letters.js';
import { type LinkPurpose, linkPath, newLinkToken } from './link-token.js';
import { type AccountOf, accountsOf, type Candidate, seenPeople } from './people-to-invite.js';

export const MOST_INVITED = 1000;

export interface MadeLink {
  personId: string;
  /** To be copied; null where a message takes it there. */
  url: string | null;
  expiresAt: Instant;
}

export interface MadeLinks {
  made: MadeLink[];
  /** Who got none, and why. */
  leftOut: UserErrorData[];
}

type Ports = Pick<AccessPorts, 'studioUrl'>;
type Asked = { personIds: readonly string[]; send: boolean };

/** Lets people set their first password: by a message each, or by links to be copied. Who has an account already is left out. */
export const invitePeople = (act: Act, ports: Ports, asked: Asked): Promise<Outcome<MadeLinks>> =>
  makeLinks(act, ports, { ...asked, action: 'invitePeople', purpose: 'INVITATION' });

/** A link to a new password for somebody who cannot ask for it. */
export const sendPasswordReset = (act: Act, ports: Ports, asked: Asked): Promise<Outcome<MadeLinks>> =>
  makeLinks(act, ports, { ...asked, action: 'sendPasswordReset', purpose: 'RESET' });

async function makeLinks(
  act: Act,
  { studioUrl }: Ports,
  { personIds, send, action, purpose }: Asked & { action: MutationName; purpose: LinkPurpose },
): Promise<Outcome<MadeLinks>> {
  const { tx, viewer, language, now } = act;
  const ids = [...new Set(personIds)];
  if (viewer.workspace.kind === 'SANDBOX') return refused(userError('NOT_NOW', say('notInSandbox'), language));
  if (ids.length === 0 || ids.length > MOST_INVITED)
    return refused(userError('INVALID', say('peopleToInvite', { count: MOST_INVITED }), language, ['personIds']));
  const people = await seenPeople(tx, ids);
  if (people.length < ids.length) throw notFound(act);
  requireEach(
    viewer,
    action,
    people.map(({ id, departmentId }) => personParties(id, departmentId)),
  );
  await tx.becomeWorker();
  const workspaceId = viewer.workspace.id;
  const accounts = await accountsOf(tx, people);
  for (const { id } of people)
    if (!mayManageAccount(viewer, accounts.get(id)?.roles ?? [])) throw new NotAllowed(action, `Person:${id}`);
  if (send && !(await sendsMail(tx, workspaceId)))
    return refused(userError('BLOCKED', say('noSystemMail'), language, ['send']));

  const leftOut: UserErrorData[] = [];
  const invited: { id: string; email: string; token?: string }[] = [];
  for (const person of people) {
    const why = reasonAgainst(person, accounts.get(person.id), purpose);
    if (why)
      leftOut.push(userError(why.code, why.sentence, language, ['personIds', `${personIds.indexOf(person.id)}`]));
    else
      invited.push({
        id: person.id,
        email: addressOf(person.email ?? ''),
        ...(send ? {} : { token: newLinkToken() }),
      });
  }
  const by = viewer.personId;
  const links = await openLinks(
    tx,
    purpose,
    invited.map(({ id, ...link }) => ({ personId: id, ...link })),
    { workspaceId, now, by },
  );
  const linkOf = new Map(links.map(({ id, personId }) => [personId, id]));
  const expiresAt = expiryOf(purpose, now);
  const letters = invited.flatMap(({ id, email }) => {
    const linkId = linkOf.get(id);
    return linkId ? [{ kind: purpose, personId: id, address: email, linkId, expiresAt }] : [];
  });
  if (send) await writeLetters(tx, workspaceId, letters, now);
  await recordAudits(
    tx,
    invited.map(({ id }) => ({
      workspaceId,
      at: now,
      actorId: by,
      action,
      subject: `Person:${id}`,
      aboutId: id,
      outcome: 'OK' as const,
      detail: { sent: send },
    })),
  );
  const made = invited.map(({ id, token }) => ({
    personId: id,
    url: token === undefined ? null : new URL(linkPath(purpose, token), studioUrl).href,
    expiresAt,
  }));
  return done({ made, leftOut });
}

function reasonAgainst(
  { name, email, active }: Candidate,
  account: AccountOf | undefined,
  purpose: LinkPurpose,
): { code: 'INVALID' | 'TAKEN' | 'NOT_NOW'; sentence: ReturnType<typeof say> } | undefined {
  if (!active) return { code: 'INVALID', sentence: say('personLeft', { name }) };
  if (purpose === 'RESET') {
    if (account?.isDemo) return { code: 'NOT_NOW', sentence: say('demoAccount') };
    if (!account?.hasPassword) return { code: 'NOT_NOW', sentence: say('personHasNoPassword', { name }) };
    return email === null ? { code: 'INVALID', sentence: say('personHasNoEmail', { name }) } : undefined;
  }
  if (account?.hasAccount) return { code: 'TAKEN', sentence: say('personHasAccount', { name }) };
  if (email === null) return { code: 'INVALID', sentence: say('personHasNoEmail', { name }) };
  return account?.isTaken ? { code: 'TAKEN', sentence: say('addressTaken', { name }) } : undefined;
}

import { statement } from '../../database/index.js';
import { mayActOn, personParties, refuse } from '../actions.js';
import { provenJustNow } from '../fresh-proof.js';
import { say } from '../generated/messages.js';
import type { SignedInContext } from '../graphql/context.js';
import { notFound } from '../graphql/request-error.js';
import { type UserErrorData, userError } from '../graphql/user-error.js';
import { removeSecondFactor } from './set-up-second-factor.js';

const ACCOUNT = statement(
  { id: 'uuid', departmentId: 'uuid?' },
  `select a.id, p.department_id as "departmentId" from account a join person p on p.id = a.person_id
   where a.person_id = $1::uuid and a.workspace_id = $2::uuid`,
);

/** Takes the second factor away: one's own, or as an administrator that of somebody who has lost their device. */
export async function dropSecondFactor(context: SignedInContext, personId: string): Promise<UserErrorData[]> {
  const { viewer, database, language } = context;
  const [account] = await database.lookUp(ACCOUNT, [personId, viewer.home.workspaceId]);
  if (!account) throw notFound(context);
  // In a sandbox one is still oneself.
  const named = personId === viewer.home.personId ? viewer.personId : personId;
  if (!mayActOn(viewer, 'removeSecondFactor', personParties(named, account.departmentId)))
    await refuse(context, 'removeSecondFactor', `Person:${personId}`);
  const unproven = await provenJustNow(context);
  if (unproven) return [unproven];
  const removed = await database.work((tx) => removeSecondFactor(tx, context, account.id));
  return removed ? [] : [userError('NOT_NOW', say('noSecondFactor'), language)];
}

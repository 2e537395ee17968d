import type { ProviderDirectory } from '../access/index.js';
import { column, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import type { OrganisationDeps } from './organisation-act.js';
import { savePeople } from './people/save-people.js';

const JOB_ROLE = statement(
  { jobRole: column(PersonEntity, 'jobRole') },
  'select p.job_role as "jobRole" from person p where p.workspace_id = $1 and p.id = $2',
);

/** What the organisation does when somebody comes in through a sign-in provider. */
export const providerDirectory = ({ listeners }: OrganisationDeps): ProviderDirectory => ({
  create: async (tx, { workspaceId, providerId, externalId, name, givenName, familyName, email }, language, now) => {
    const source = `OIDC:${providerId}` as const;
    const { created } = await savePeople({ tx, workspaceId, now, language, actor: { source }, listeners }, [
      {
        ref: externalId,
        name,
        givenName: givenName ?? null,
        familyName: familyName ?? null,
        email: email ?? null,
        locale: language,
        identity: { source, externalId, owns: [] },
      },
    ]);
    return created[0]?.personId;
  },
  ledChanged: async (tx, { workspaceId, personId, leads }, now) => {
    const jobRole = (await tx.row(JOB_ROLE, [workspaceId, personId]))?.jobRole ?? null;
    const change = { workspaceId, personId, fromJobRole: jobRole, toJobRole: jobRole };
    for (const listener of listeners)
      await listener.changedJob?.(tx, [{ ...change, becameLead: leads, endedLead: !leads }], now);
  },
  signedInFirst: async (tx, person, now) => {
    for (const listener of listeners) await listener.signedInFirst?.(tx, person, now);
  },
});

import { columns, statement } from '../../database/index.js';
import { DeputyEntity } from '../../people/entities.js';
import { tellStandingIn } from '../deputies/carry-over-periods.js';
import type { OrganisationAct } from '../organisation-act.js';

const END = statement(
  columns(DeputyEntity, 'mentorId'),
  `
update deputy set state = 'ENDED', ends_at = $2::timestamptz
where (mentor_id = any($1::uuid[]) or deputy_id = any($1::uuid[])) and state <> 'ENDED' returning mentor_id as "mentorId"`,
);

/** Whoever has left stands in for nobody, and nobody for them. */
export async function endDeputies({ tx, workspaceId, now, listeners }: OrganisationAct, personIds: readonly string[]) {
  const ended = await tx.rows(END, [personIds, now]);
  await tellStandingIn(
    tx,
    listeners,
    workspaceId,
    ended.map(({ mentorId }) => mentorId),
  );
}

import { statement } from '../database/index.js';
import type { OrganisationListener } from '../organisation/index.js';
import { noFigures } from './figures/added-figures.js';
import { bumpBoards } from './statements/bump-boards.js';

/** Whose rows show them: as learners, and as mentors by name. */
const SHOWN = statement(
  { enrolmentId: 'uuid', boardId: 'uuid', workspaceId: 'uuid' },
  `
select e.id as "enrolmentId", e.cohort_id as "boardId", e.workspace_id as "workspaceId"
from enrolment e join enrolment_state s on s.enrolment_id = e.id
where e.workspace_id = $1::uuid and s.status <> 'CANCELLED' and (e.person_id = any($2::uuid[]) or e.mentor_id = any($3::uuid[]))
order by e.id`,
);

/** Boards show people by name and department: whoever has one open sees another one at once. No figure changes. */
export const boardsFollowPeople: OrganisationListener = {
  changed: async (tx, people) => {
    const named = people.filter(({ fields }) => fields.includes('name')).map(({ personId }) => personId);
    const shown = people
      .filter(({ fields }) => fields.includes('name') || fields.includes('departmentId'))
      .map(({ personId }) => personId);
    const [first] = people;
    if (!first || shown.length === 0) return;
    const rows = await tx.rows(SHOWN, [first.workspaceId, shown, named]);
    const boards = [...Map.groupBy(rows, ({ boardId }) => boardId)].map(([boardId, enrolments]) => ({
      boardId,
      workspaceId: first.workspaceId,
      added: noFigures(),
      enrolments: enrolments.map(({ enrolmentId }) => ({ id: enrolmentId, removed: false })),
    }));
    await bumpBoards(tx, boards);
  },
};

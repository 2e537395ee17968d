import { recordAudit } from '../../access/index.js';
import { type Left, leave } from '../leaving/leave.js';
import { savePeople } from '../people/save-people.js';
import type { Decision, ImportAct } from './decide-import.js';
import type { DraftRow } from './draft-row.js';
import type { TakenImport } from './import-record.js';
import { makeUnits } from './make-units.js';
import { changeOf } from './person-changes.js';

/** What a decision was made on is not so any more. */
export class Outdated extends Error {
  constructor() {
    super('people have changed since the import was decided');
  }
}

/**
 * Writes what was decided, all of it: in the transaction in which it was decided, while nobody else changes the organisation. Answers
 * who has left by it, where that was asked for.
 */
export async function writeImport(act: ImportAct, taken: TakenImport, decision: Decision): Promise<Left | undefined> {
  const { tx, workspaceId, now, actor } = act;
  const made = await makeUnits(act, decision.units);
  const written = (draft: DraftRow, index: number) => {
    const result = decision.rows[index]?.result;
    return draft.row.isGood && (result === 'CREATED' || result === 'UPDATED');
  };
  const changes = decision.drafts.filter(written).map((draft) => changeOf(draft, made));
  const { rejected } = await savePeople(act, changes);
  if (rejected.length > 0) throw new Outdated();
  const left = taken.whenMissing === 'DEACTIVATE' ? await deactivate(act, taken, decision) : undefined;
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actorId: actor.personId,
    action: 'importPeople',
    subject: `PeopleImport:${taken.id}`,
    outcome: 'OK',
    detail: {
      created: decision.counts.CREATED,
      updated: decision.counts.UPDATED,
      rejected: decision.counts.REJECTED,
      deactivated: left?.personIds.length ?? 0,
      departments: decision.units.departments.length,
      jobRoles: decision.units.jobRoles.length,
    },
  });
  return left;
}

/** The path of everybody who leaves: what they leave behind is handed over, and stands on a list until somebody has looked at it. */
async function deactivate(act: ImportAct, taken: TakenImport, { missing }: Decision): Promise<Left> {
  const left = await leave(act, {
    personIds: missing.map(({ id }) => id),
    ...(taken.leaverEnrolments ? { enrolments: taken.leaverEnrolments } : {}),
    source: 'FILE',
  });
  if (!left.ok) throw new Outdated();
  return left.value;
}

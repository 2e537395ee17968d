import { recordAudit } from '../../access/index.js';
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

/** Writes what was decided, all of it: in the transaction in which it was decided, while nobody else changes the organisation. */
export async function writeImport(act: ImportAct, taken: TakenImport, decision: Decision): Promise<void> {
  const { tx, workspaceId, now, actor } = act;
  const made = await makeUnits(act, decision.units);
  const written = (draft: DraftRow, index: number) => {
    const result = decision.rows[index]?.result;
    return draft.row.isGood && (result === 'CREATED' || result === 'UPDATED');
  };
  const changes = decision.drafts.filter(written).map((draft) => changeOf(draft, made));
  const { rejected } = await savePeople(act, changes);
  if (rejected.length > 0) throw new Outdated();
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
      departments: decision.units.departments.length,
      jobRoles: decision.units.jobRoles.length,
    },
  });
}

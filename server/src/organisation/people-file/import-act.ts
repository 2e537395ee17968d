import { may } from '../../access/index.js';
import type { WritingTx } from '../../database/index.js';
import { loadReach } from '../../people/index.js';
import type { OrganisationDeps } from '../organisation-act.js';
import type { ImportAct } from './decide-import.js';
import type { TakenImport } from './import-record.js';

/** Who brought the file, with the rights that they have now; undefined = they may not import any more. */
export async function importAct(
  tx: WritingTx,
  { workspaceId, createdBy, now, language }: TakenImport,
  { listeners }: OrganisationDeps,
): Promise<ImportAct | undefined> {
  const reach = await loadReach(tx, createdBy);
  const actor = reach && { personId: createdBy, ...reach };
  return actor && may(actor, 'importPeople') ? { tx, workspaceId, now, language, actor, listeners } : undefined;
}

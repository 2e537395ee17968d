import { findItem, itemsOf, type PlanDefinition } from '@planwright/schema/definition';
import { type EnrolmentEvent, isScorer } from '@planwright/schema/engine';
import { type Sql, statement } from '../../database/index.js';

/** What is to be scored: an item by its key, or the plan as a whole by the plan's key. */
export interface WantedScore {
  enrolmentId: string;
  subject: string;
}

/** Scores that events make old: of items that were judged again, and of the plan when something it is made of changed. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each kind of event
export function scoresWanted(definition: PlanDefinition, added: readonly EnrolmentEvent[]): string[] {
  const subjects = new Set<string>();
  const itemWants = (itemKey: string) => findItem(definition, itemKey)?.item.scorer && subjects.add(itemKey);
  for (const event of added) {
    switch (event.type) {
      case 'scored':
        if (event.data.itemKey === definition.key) break;
        if (!isScorer(event.data.by)) itemWants(event.data.itemKey);
        if (definition.scoring) subjects.add(definition.key);
        break;
      case 'reviewed':
        // A score of the reviewer's own is an event of its own.
        if (event.data.criteria) itemWants(event.data.itemKey);
        if (definition.scoring) subjects.add(definition.key);
        break;
      case 'submitted':
      case 'completed':
      case 'excused':
      case 'reopened':
        if (definition.scoring) subjects.add(definition.key);
        break;
      case 'migrated':
      case 'migrationUndone':
        for (const { item } of itemsOf(definition)) if (item.scorer) subjects.add(item.key);
        if (definition.scoring) subjects.add(definition.key);
        break;
      default:
        break;
    }
  }
  return [...subjects];
}

/** A score that is wanted again before it was given counts as new: the current caller asks once more. */
const WANT = statement(
  {},
  `
insert into scorer_task as t (workspace_id, enrolment_id, subject, due_at)
select $1::uuid, "enrolmentId", subject, now() from jsonb_to_recordset($2::jsonb) as r("enrolmentId" uuid, subject text)
on conflict (enrolment_id, subject) do update set generation = t.generation + 1, attempts = 0,
  due_at = least(t.due_at, excluded.due_at)`,
);

/** Kept in the transaction of the act that wants them, so that none is forgotten. */
export async function wantScores(sql: Sql, workspaceId: string, wanted: readonly WantedScore[]): Promise<void> {
  if (wanted.length > 0) await sql.rows(WANT, [workspaceId, JSON.stringify(wanted)]);
}

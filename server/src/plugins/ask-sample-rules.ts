import type { RuleOccurrence } from '@planwright/schema/rules';
import type { RuleCall } from '@planwright/schema/simulation';
import type { Database } from '../database/index.js';
import { type ResolvedUse, resolveUse } from './pins/resolve-use.js';
import type { PluginDeps } from './plugin-deps.js';

/** How many questions are under way at once: a process answers one after the other anyway. */
const AT_ONCE = 8;

/**
 * Asks the rules that a workspace uses now about a simulated person, each in its process. Answers in the order of the
 * calls; a rule that cannot answer says nothing, and `silent` names it.
 */
export async function askSampleRules(
  database: Database,
  { registry, host }: Pick<PluginDeps, 'registry' | 'host'>,
  workspaceId: string,
  calls: readonly RuleCall[],
): Promise<{ answers: RuleOccurrence[][]; silent: ReadonlySet<string> }> {
  const uses = [...new Set(calls.map(({ use }) => use))];
  const resolved = await database.look(async (tx) => {
    const found = new Map<string, ResolvedUse>();
    for (const use of uses) {
      const one = await resolveUse(tx, registry, { workspaceId, versionId: undefined, use });
      if (one?.contribution.kind === 'REMINDER_RULE') found.set(use, one);
    }
    return found;
  });
  const answers: RuleOccurrence[][] = calls.map(() => []);
  const silent = new Set<string>();
  const waiting = calls.entries();
  const work = async (): Promise<void> => {
    for (const [index, { use, people, params, environment }] of waiting) {
      const found = resolved.get(use);
      const answer =
        found && (await host.occurrences(found.release, found.contribution.key, people, params, environment));
      if (answer?.ok) answers[index] = answer.value;
      else silent.add(use);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { answers, silent };
}

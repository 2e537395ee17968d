import type { Instant } from '@planwright/schema/time';
import { languageOf } from '../../access/graphql/index.js';
import type { Act, Outcome } from '../../access/index.js';
import { columns, type Database, statement } from '../../database/index.js';
import { WorkspaceEntity } from '../../people/entities.js';
import { loadReach, type Viewer } from '../../people/index.js';

/** Lets somebody of the demo company act as if they sat before the studio at that moment. Throws where they are refused. */
export type DoAt = <T>(now: Instant, work: (act: Act) => Promise<Outcome<T>>) => Promise<T>;

const WORKSPACE = statement(
  {
    ...columns(WorkspaceEntity, 'id', 'name', 'kind', 'timeZone', 'locale', 'demo'),
    clockOffsetMs: 'double',
    personName: 'text',
    personZone: 'text',
    personLocale: 'text',
  },
  `
select w.id, w.name, w.kind, w.clock_offset_ms::float8 as "clockOffsetMs", w.time_zone as "timeZone", w.locale, w.demo,
  p.name as "personName", p.time_zone as "personZone", p.locale as "personLocale"
from person p join workspace w on w.id = p.workspace_id where p.id = $1::uuid`,
);

/** Everything they do goes through the same checks, transactions and audit as a click of theirs. */
export async function actingAs(database: Database, personId: string): Promise<DoAt> {
  const viewer = await database.look(async (tx): Promise<Viewer> => {
    const [row, reach] = [await tx.row(WORKSPACE, [personId]), await loadReach(tx, personId)];
    if (!row || !reach) throw new Error('the demo company lacks somebody');
    const { id, name, kind, clockOffsetMs, timeZone, demo } = row;
    return {
      personId,
      name: row.personName,
      locale: languageOf(row.personLocale),
      timeZone: row.personZone,
      // Nobody has signed in: what they do needs no session.
      accountId: '',
      sessionId: '',
      sessionExpiresAt: '9999-12-31T00:00:00.000Z',
      home: { workspaceId: id, personId },
      demo: true,
      workspace: { id, name, kind, clockOffsetMs, timeZone, locale: languageOf(row.locale), demo },
      ...reach,
    };
  });
  return async (now, work) => {
    const outcome = await database.command(viewer.scope, async (tx) => {
      const answer = await work({ tx, viewer, language: viewer.locale, now });
      if (!answer.ok)
        throw new Error(`an example was refused: ${answer.errors.map(({ message }) => message).join(' ')}`);
      return answer;
    });
    return outcome.value;
  };
}

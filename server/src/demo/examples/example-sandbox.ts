import { addMs, DAY_MS, type Instant, plainDateIn } from '@planwright/schema/time';
import { FIRST_CYCLE_LEARNERS, mondayBefore } from '@planwright/seeds';
import { type Database, statement } from '../../database/index.js';
import { createCohort, enrolPeople } from '../../enrolments/index.js';
import type { ProgressDeps } from '../../progress/index.js';
import { type ClockWalks, createSandbox } from '../../sandbox/index.js';
import { actingAs, type DoAt } from './acting.js';
import type { DemoCompany } from './demo-company.js';

const NAME = '演练：下一期零售新经理';
const ZONE = 'Asia/Shanghai';
const PEOPLE = FIRST_CYCLE_LEARNERS.slice(0, 12);
const WEEKS = 4;

const FIND_WORKSPACE = statement({ id: 'uuid' }, 'select id from workspace where origin_id = $1::uuid and name = $2');

const FIND_PERSON = statement(
  { origin: 'uuid!', id: 'uuid' },
  'select id, copied_from as origin from person where workspace_id = $1::uuid and copied_from is not null',
);

/** A sandbox whose clock stands four weeks on: a cohort runs in it, and every message it caused lies in its sink. */
export async function makeExampleSandbox(
  database: Database,
  { workspaceId, idOf }: DemoCompany,
  asHr: DoAt,
  { progress, walks }: { progress: ProgressDeps; walks: ClockWalks },
  now: Instant,
): Promise<void> {
  const known = await database.look((tx) => tx.row(FIND_WORKSPACE, [workspaceId, NAME]));
  if (known) return;
  const sandbox = await asHr(now, (act) => createSandbox(act, { name: NAME, copyPeople: true, copyCohorts: false }));
  const rows = await database.look((tx) => tx.rows(FIND_PERSON, [sandbox]));
  const copies = new Map(rows.map(({ id, origin }) => [origin, id]));
  const copyOf = (key: string): string => copies.get(idOf(key)) ?? '';
  const asCopy = await actingAs(database, copyOf('hr-01'));
  const startsOn = mondayBefore(now, 0, ZONE);
  const { cohortId } = await asCopy(now, (act) =>
    createCohort(act, { planKey: 'retail-new-manager', name: `演练班 ${plainDateIn(now, ZONE)}`, startsOn }),
  );
  await asCopy(now, (act) =>
    enrolPeople(act, progress, { cohortId, personIds: PEOPLE.map(copyOf), mentorId: copyOf('retail-east-02') }),
  );
  await walks.begin(sandbox, addMs(now, WEEKS * 7 * DAY_MS), 'MIXED');
}

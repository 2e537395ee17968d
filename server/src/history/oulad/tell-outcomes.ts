import { type Language, textIn } from '@planwright/schema/text';
import type { Clock } from '../../clock/index.js';
import { type Database, statement } from '../../database/index.js';
import { type CohortRecord, findCohorts } from '../../enrolments/index.js';
import { analyseExperiment } from '../../experiments/analysis/index.js';
import { KnownAnalyses } from '../../experiments/index.js';
import { loadReach } from '../../people/index.js';
import { DefinitionCache } from '../../plans/index.js';
import { compareVersions, computeHere, computeReport, findReports, keepComputed } from '../../reports/index.js';

export interface OutcomesOf {
  database: Database;
  clock: Clock;
  workspace: { id: string; timeZone: string; language: Language };
  print(line: string): void;
}

/** Presentations of one module that are held against each other: the same month, a year apart. */
const COMPARED = ['2013J', '2014J'] as const;

const FIND_PERSON = statement(
  { id: 'uuid' },
  `select p.id from person p join role_grant g on g.person_id = p.id
       where p.workspace_id = $1::uuid and g.role = 'ADMIN' and p.active order by p.id limit 1`,
);

const FIND_COHORT = statement(
  { cohortId: 'uuid', cohort: 'text', versionId: 'text' },
  `select c.id as "cohortId", c.name as cohort, min(e.plan_version_id::text) as "versionId"
       from cohort c join enrolment e on e.cohort_id = c.id where c.workspace_id = $1::uuid group by c.id order by c.name`,
);

/** Makes the report of each presentation and prints its answer, then 2013J against 2014J of each module. */
export async function tellOutcomes({ database, clock, workspace, print }: OutcomesOf): Promise<void> {
  const { id: workspaceId, timeZone, language } = workspace;
  const reader = await database.look(async (tx) => {
    const admin = await tx.row(FIND_PERSON, [workspaceId]);
    const reach = admin && (await loadReach(tx, admin.id));
    if (!admin || !reach) throw new Error('the workspace of the example has no administrator');
    return { personId: admin.id, scope: reach.scope, workspace: { id: workspaceId, timeZone } };
  });
  const analyses = new KnownAnalyses(async (data) => analyseExperiment(data));
  const deps = { definitions: new DefinitionCache(), statistics: computeHere, analyses };
  const now = clock.real();
  const presentations = await database.look((tx) => tx.rows(FIND_COHORT, [workspaceId]));
  for (const { cohortId, cohort } of presentations) {
    const [found]: CohortRecord[] = await database.read(reader.scope, (tx) => findCohorts(tx, [cohortId]));
    const by = { database, viewer: reader, now };
    const computed = found && (await computeReport(by, found, deps));
    if (!computed) continue;
    const headline = await database.command(reader.scope, async (tx) => {
      await tx.becomeWorker();
      const [report] = await findReports(tx, [await keepComputed(tx, by, computed)]);
      if (!report) return undefined;
      const completion = report.body.process.find(({ key }) => key === 'completion');
      return `${completion?.count ?? 0} / ${completion?.of ?? 0} · ${textIn(report.body.headline, language)}`;
    });
    if (headline !== undefined) print(`${cohort}: ${headline}`);
  }
  const [earlier, later] = COMPARED;
  for (const from of presentations.filter(({ cohort }) => cohort.endsWith(earlier))) {
    const to = presentations.find(({ cohort }) => cohort === from.cohort.replace(earlier, later));
    const module = /^OULAD (\w+) /.exec(from.cohort)?.[1];
    if (!to || module === undefined) continue;
    const found = await compareVersions({ viewer: reader, database, now, language }, deps, {
      from: from.versionId,
      to: to.versionId,
      metricKey: `${module.toLowerCase()}-score`,
    });
    if (!found) continue;
    const [before, after] = found.compared.people;
    const note = found.compared.estimate.note;
    print(`${module} ${earlier} – ${later} (${before} + ${after}): ${textIn(found.compared.sentence, language)}`);
    if (note) print(`  ${textIn(note, language)}`);
  }
}

import type { PlainDate } from '@planwright/schema/time';
import type { SignedInContext } from '../../access/graphql/index.js';
import { readMetrics, readPersonRows } from '../../outcomes/index.js';
import { type DefinitionCache, findPlan, findVersionsOfPlans, type VersionRecord } from '../../plans/index.js';
import { readVersionPeople } from './read-version-people.js';
import { type FiguresOfVersion, figuresOfVersions } from './version-figures.js';

/** All versions of a plan at a glance, newest first, for people that the viewer looks after; a hidden plan has none. */
export async function readVersionFigures(
  { viewer, database }: SignedInContext,
  definitions: DefinitionCache,
  planKey: string,
  today: PlainDate,
): Promise<(FiguresOfVersion & { version: VersionRecord })[]> {
  const departments = viewer.scope.reach === 'all' ? null : viewer.scope.departments;
  const seen = await database.read(viewer.scope, async (tx) => {
    const plan = await findPlan(tx, planKey);
    const versions = plan ? await findVersionsOfPlans(tx, [plan.id]) : [];
    const versionIds = versions.map(({ id }) => id);
    return { versions, people: await readVersionPeople(tx, { versionIds, departments }) };
  });
  const { versions, people } = seen;
  const workspaceId = viewer.workspace.id;
  const read = await database.look(async (tx) => {
    const [known, rows, metrics] = await Promise.all([
      definitions.load(
        tx,
        versions.map(({ id }) => id),
      ),
      readPersonRows(tx, definitions, {
        workspaceId,
        enrolmentIds: people.map(({ enrolmentId }) => enrolmentId),
        until: today,
      }),
      readMetrics(tx, workspaceId),
    ]);
    return { known, rows, metrics };
  });
  const figures = figuresOfVersions(
    versions.map(({ id }) => ({ id, definition: read.known[id] })),
    people,
    read.rows,
    read.metrics,
  );
  return figures.flatMap((of, i) => {
    const version = versions[i];
    return version ? [{ ...of, version }] : [];
  });
}

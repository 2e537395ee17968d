import { afterAll, expect, test } from '@jest/globals';
import { codeOf, copyHouse } from '../../../../.ci/scratch-house.mjs';
import { testCluster } from '../../testing/cluster.js';

const house = copyHouse('figure');
afterAll(house.remove);

/** The whole server is compiled: only bounds a failure. */
const LIMIT_MS = 1_200_000;

/** Runs in the copy: its migrations over a database of this run, and its server with a board of two people. */
const READ = `
import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import { BoardFixture, figures } from './dist/boards/testing/board-fixture.js';
import { entities } from './dist/entities.js';
import { migrate } from './dist/start.js';
import { cloneDatabase } from './dist/testing/cluster.js';
import { startTestServer } from './dist/testing/test-server.js';

const copy = await cloneDatabase();
const { applied } = await migrate(copy.ownerUrl, 'planwright_app');
const server = await startTestServer({ copy });
const orm = await MikroORM.init({ clientUrl: copy.ownerUrl, entities, ensureDatabase: false });
const differences = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split('\\n').filter((line) => line.includes('returned'));
await orm.close(true);

const workspace = await server.workspace();
const hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
const board = await BoardFixture.make(server, workspace.id);
const version = await board.version(1, ['a', 'b', 'c', 'd']);
const people = [await workspace.person({ name: 'Li' }), await workspace.person({ name: 'Wu' })];
const [first, second] = await board.enrol(people, version);
await board.set(first, { figures: { ...figures(1), returned: 1, returnedOf: 3 } });
await board.set(second, { figures: { ...figures(1), returned: 0, returnedOf: 2 } });
const counters = 'counters { returned returnedCount returnedOf }';
const { data, errors } = await server.execute(
  'query ($id: ID!) { board(cohortId: $id) { ' + counters + ' } cohort(id: $id) { enrolments(first: 5) { edges { node { progress { returned } } } } } }',
  { id: board.cohortId },
  { as: hr },
);
await server.stop();
const shares = data?.cohort.enrolments.edges.map(({ node }) => node.progress.returned).sort();
console.log(JSON.stringify({ applied, differences, errors, counters: data?.board.counters, shares }));
process.exit(0);
`;

test(
  'CONTRIBUTING’s two steps add a figure: one row and a migration, and the API answers it',
  async () => {
    const migration = 'server/src/database/migrations/m20261201a-returned.ts';
    const row = codeOf('CONTRIBUTING.md', 'figure-list.ts');
    house.change('schema/src/figures/figure-list.ts', (text) =>
      text.replace(
        '\n} as const satisfies Record<string, Figure>;',
        `\n${row}} as const satisfies Record<string, Figure>;`,
      ),
    );
    house.write(migration, codeOf('CONTRIBUTING.md', migration));
    house.change('server/src/database/migrations/index.ts', (text) =>
      `import { AddReturned } from './m20261201a-returned.js';\n${text}`.replace(
        /\n\];\s*$/,
        "\n  { name: '20261201a-returned', class: AddReturned },\n];\n",
      ),
    );
    expect(house.compile('schema', 'tsconfig.build.json', [])).toEqual([]);
    // With its tests: nothing but the list and the migration has to change.
    expect(house.compile('server', 'tsconfig.json', [])).toEqual([]);

    await testCluster();
    const said = house.run('server', process.execPath, ['--no-warnings', '--input-type=module', '--eval', READ]);
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual({
      applied: ['20261201a-returned'],
      differences: [],
      counters: { returned: 0.2, returnedCount: 1, returnedOf: 5 },
      shares: [0, 1 / 3],
    });
  },
  LIMIT_MS,
);

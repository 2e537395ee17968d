import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server?.stop());

test('people are listed to HR and hidden from a learner', async () => {
  const workspace = await server.workspace();
  const sales = await workspace.department('Sales');
  const hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
  const li = await workspace.person({ name: 'Li', department: sales, roles: ['LEARNER'] });
  const query =
    '{ viewer { roles person { name } } people(first: 10) { totalCount edges { node { name email department { name } } } } }';
  const all = await server.execute(query, {}, { as: hr });
  expect(all.errors).toBeUndefined();
  expect(all.data.people.totalCount).toBe(2);
  expect(all.data.viewer.person.name).toBe('Hana');
  const own = await server.execute(query, {}, { as: li });
  expect(own.data.people.edges).toEqual([{ node: { name: 'Li', email: li.email, department: { name: 'Sales' } } }]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makePolicyWorld, type PolicyWorld } from '../../testing/policy-world.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let world: PolicyWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makePolicyWorld(server.sql, 'Home');
  await server.sql.rows(
    `update integration set config = '{"host":"mail.internal"}', health = 'FAILING', last_verdict = 'REFUSED',
       problem = '[{"en":"mail.internal refused","zh-CN":"mail.internal 拒绝"}]'`,
  );
  await server.sql.rows(
    `update plugin_release set manifest = jsonb_set(manifest, '{configSchema,properties}', '{"host":{"type":"string"}}')
     where plugin_key = 'sample'`,
  );
});
afterAll(() => server?.stop());

const ASK = `{ integrations { name health config secretsSet lastVerdict problem }
  deliveries(first: 20) { edges { node { integration { name config secretsSet problem } } } } }`;
const readAs = async (key: string) => {
  const as = world.people[key];
  if (!as) throw new Error(key);
  const answer = await server.execute(ASK, {}, { as });
  expect(answer.errors).toBeUndefined();
  return answer.data;
};

test.each(['admin', 'hr'])('%s, who reaches everybody, sees how an integration is set up', async (key) => {
  expect((await readAs(key)).integrations).toEqual([
    {
      name: 'Sample',
      health: 'FAILING',
      config: { host: 'mail.internal' },
      secretsSet: ['password'],
      lastVerdict: 'REFUSED',
      problem: 'mail.internal refused',
    },
  ]);
});

test.each(['hrOfSales', 'hrOfMarketing'])(
  '%s, HR of a department, sees that it is there and how it does, and no setting of it',
  async (key) => {
    const seen = await readAs(key);
    expect(seen.integrations).toEqual([
      { name: 'Sample', health: 'FAILING', config: {}, secretsSet: [], lastVerdict: null, problem: null },
    ]);
    expect(JSON.stringify(seen)).not.toContain('mail.internal');
  },
);

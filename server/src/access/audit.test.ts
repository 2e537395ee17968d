import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let hr: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  hr = await (await server.workspace()).person({ name: 'Hana', roles: ['HR'] });
});
afterAll(() => server?.stop());

describe('the audit log', () => {
  const LOG =
    'query ($after: String) { auditLog(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id action outcome actor { name } } } } }';

  test('is null for everybody but an administrator', async () => {
    const answer = await server.execute(LOG, {}, { as: hr });
    expect([answer.data.auditLog, answer.errors]).toEqual([null, undefined]);
  });

  test('lists newest first, page by page without gap or repetition, and each entry by its id', async () => {
    const own = await server.workspace('Audited');
    const admin = await own.person({ name: 'An', roles: ['ADMIN'] });
    for (let n = 0; n < 8; n++) {
      await server.sql.rows(
        `insert into audit_entry (workspace_id, at, actor_id, action, outcome) values ($1, $2, $3, $4, 'OK')`,
        [own.id, `2026-01-01T00:00:0${Math.floor(n / 3)}.0001Z`, admin.id, `act${n}`],
      );
    }
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: {
        data: {
          auditLog: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
            edges: { node: { id: string; action: string; actor: { name: string } } }[];
          };
        };
      } = await server.execute(LOG, { after }, { as: admin });
      expect(page.data.auditLog.totalCount).toBe(8);
      for (const { node } of page.data.auditLog.edges) {
        seen.push(node.action);
        const single = await server.execute(
          'query ($id: ID!) { node(id: $id) { ... on AuditEntry { action } } }',
          { id: node.id },
          { as: admin },
        );
        expect(single.data.node.action).toBe(node.action);
        expect(
          (await server.execute('query ($id: ID!) { node(id: $id) { id } }', { id: node.id }, { as: hr })).data.node,
        ).toBeNull();
      }
      after = page.data.auditLog.pageInfo.hasNextPage ? page.data.auditLog.pageInfo.endCursor : null;
      pages += 1;
    } while (after !== null);
    expect(pages).toBe(3);
    expect([...seen].sort()).toEqual(Array.from({ length: 8 }, (_, n) => `act${n}`));
    expect(new Set(seen.slice(0, 2))).toEqual(new Set(['act6', 'act7']));
  });

  test('keeps a key, not whatever length of text somebody sent in its place', async () => {
    const learner = await (await server.workspace()).person({ name: 'Lin' });
    const save = 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { userErrors { code } } }';
    const input = { planKey: 'x'.repeat(50_000), definition: {}, expectedRevision: 1 };
    const answer = await server.execute(save, { input }, { as: learner });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const row = await server.sql.row<{ length: number }>(
      'select length(subject) as length from audit_entry where actor_id = $1',
      [learner.id],
    );
    expect(row?.length).toBe(200);
  });
});

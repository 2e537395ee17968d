import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { globalId } from '../graphql/global-id.js';
import { TestBrowser } from './testing/browser.js';
import { type FakeProvider, startFakeProvider } from './testing/fake-provider.js';
import { addProvider, comeBackWith, type ProviderSpec } from './testing/provider-world.js';

const CLIENT = { clientId: 'planwright', secret: 'a-secret-of-the-client' };

let server: TestServer;
let fake: FakeProvider;

beforeAll(async () => {
  fake = await startFakeProvider(CLIENT);
  server = await startTestServer({
    now: new Date().toISOString(),
    environment: { PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1' },
  });
});
afterAll(async () => {
  await server?.stop();
  await fake?.stop();
});
beforeEach(() => fake.lie({}));

interface Company {
  workspace: TestWorkspace;
  admin: TestPerson;
  provider: string;
}

/** A workspace of its own, with a provider. */
async function company(spec: Partial<ProviderSpec> = {}): Promise<Company> {
  // An address belongs to one account of the whole server; those of the companies before are free again.
  await server.sql.rows('update account set email = null');
  const workspace = await server.workspace('Company');
  const admin = await workspace.person({ name: 'Ada', roles: ['ADMIN'] });
  const provider = await addProvider(server, {
    workspaceId: workspace.id,
    by: admin,
    issuer: fake.issuer,
    ...CLIENT,
    ...spec,
  });
  return { workspace, admin, provider };
}

const identify = (of: Company, person: TestPerson, externalId: string, source = `OIDC:${of.provider}`) =>
  server.sql.rows(
    `insert into person_identity (workspace_id, person_id, source, external_id, linked_at) values ($1, $2, $3, $4, now())`,
    [of.workspace.id, person.id, source, externalId],
  );

/** Who the browser is signed in as, or why it is not. */
async function whoIs(of: Company, told: Record<string, unknown>, browser?: TestBrowser): Promise<string> {
  const { problem, session } = await comeBackWith(server, of.provider, told, browser ? { browser } : {});
  if (problem !== null) return problem;
  const answer = await server.execute('{ viewer { person { name } } }', {}, { as: session ?? '' });
  return String(answer.data.viewer.person.name);
}

const verified = (email: string) => ({ email, email_verified: true });
const rolesOf = async ({ id }: TestPerson) =>
  (
    await server.sql.rows<{ grant: string }>(
      `select g.role || coalesce(':' || d.name, '') || '@' || split_part(g.source, ':', 1) as grant
       from role_grant g left join department d on d.id = g.department_id where g.person_id = $1 order by 1`,
      [id],
    )
  ).map(({ grant }) => grant);

describe('who an identity stands for', () => {
  test('nobody, until somebody has linked it', async () => {
    const of = await company();
    await of.workspace.person({ name: 'Lin', email: 'lin@company.example' });
    expect(await whoIs(of, { sub: 'lin', ...verified('lin@company.example') })).toBe('NOT_LINKED');
  });

  test('the person it was linked with, whatever address it has by now', async () => {
    const of = await company({ emailDomains: ['company.example'] });
    const lin = await of.workspace.person({ name: 'Lin', email: 'lin@company.example' });
    await of.workspace.person({ name: 'Min', email: 'min@company.example' });
    await identify(of, lin, 'lin');
    expect(await whoIs(of, { sub: 'lin', ...verified('min@company.example') })).toBe('Lin');
  });

  test('a subject of another provider is another subject', async () => {
    const of = await company();
    const lin = await of.workspace.person({ name: 'Lin' });
    await identify(of, lin, 'lin', `OIDC:00000000-0000-4000-8000-000000000000`);
    await identify(of, lin, 'lin', 'HISTORY');
    expect(await whoIs(of, { sub: 'lin' })).toBe('NOT_LINKED');
  });

  test('somebody who has left stays out', async () => {
    const of = await company({ emailDomains: ['company.example'], createsPeople: true });
    const gone = await of.workspace.person({ name: 'Gone', email: 'gone@company.example', active: false });
    expect(await whoIs(of, { sub: 'gone', ...verified('gone@company.example') })).toBe('LEFT');
    await identify(of, gone, 'gone');
    expect(await whoIs(of, { sub: 'gone' })).toBe('LEFT');
  });
});

describe('by e-mail', () => {
  const lin = { name: 'Lin', email: 'Lin@Company.example' };

  test.each<[string, Partial<ProviderSpec>, Record<string, unknown>, string]>([
    ['verified and of a domain of the company', {}, verified('lin@company.example'), 'Lin'],
    ['not verified', {}, { email: 'lin@company.example', email_verified: false }, 'NOT_LINKED'],
    ['said to be verified in words', {}, { email: 'lin@company.example', email_verified: 'true' }, 'NOT_LINKED'],
    ['of which the provider does not say it', {}, { email: 'lin@company.example' }, 'NOT_LINKED'],
    ['of another domain', { emailDomains: ['other.example'] }, verified('lin@company.example'), 'NOT_LINKED'],
    ['of a domain below', { emailDomains: ['company.example'] }, verified('lin@mail.company.example'), 'NOT_LINKED'],
    ['where no domain is named', { emailDomains: [] }, verified('lin@company.example'), 'NOT_LINKED'],
  ])('an address that is %s', async (_name, spec, told, who) => {
    const of = await company({ emailDomains: ['company.example'], ...spec });
    await of.workspace.person(lin);
    expect(await whoIs(of, { sub: 'lin', ...told })).toBe(who);
  });

  test('never an administrator, however sure the provider is', async () => {
    const of = await company({ emailDomains: ['company.example'], createsPeople: true });
    await of.workspace.person({ ...lin, roles: ['ADMIN'] });
    expect(await whoIs(of, { sub: 'lin', ...verified('lin@company.example') })).toBe('NOT_FOR_ADMIN');
  });

  test('whoever is linked so starts alone: sessions, links and a password of before are gone, and they are told', async () => {
    const of = await company({ emailDomains: ['company.example'] });
    const person = await of.workspace.person(lin);
    const squatter = await server.token(person);
    await server.sql.rows(
      `insert into access_link (workspace_id, purpose, person_id, email, token_hash, created_at, expires_at)
       values ($1, 'RESET', $2, 'lin@company.example', '\\x01', now(), now() + interval '1 hour')`,
      [of.workspace.id, person.id],
    );
    expect(await whoIs(of, { sub: 'lin', ...verified('lin@company.example') })).toBe('Lin');
    const before = await server.execute('{ viewer { locale } }', {}, { as: squatter });
    expect(before.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(
      await server.sql.row(
        `select a.password_hash as password, (select count(*)::int from access_link l where l.person_id = a.person_id and l.ended_at is null) as links,
           (select count(*)::int from account_letter l where l.person_id = a.person_id and l.kind = 'PROVIDER_LINKED') as letters
         from account a where a.person_id = $1`,
        [person.id],
      ),
    ).toEqual({ password: null, links: 0, letters: 1 });
    expect(
      await server.sql.row(`select detail, outcome from audit_entry where action = 'linkIdentity' and about_id = $1`, [
        person.id,
      ]),
    ).toEqual({ detail: { by: 'EMAIL' }, outcome: 'OK' });
    // From now on by subject alone.
    expect(await whoIs(of, { sub: 'lin' })).toBe('Lin');
    expect(await whoIs(of, { sub: 'another', ...verified('lin@company.example') })).toBe('Lin');
  });
});

describe('the directory that provisions people', () => {
  test('links them by its id, where the switch says that it is the same', async () => {
    for (const [sameAsScim, who] of [
      [false, 'NOT_LINKED'],
      [true, 'Lin'],
    ] as const) {
      const of = await company({ sameAsScim });
      await identify(of, await of.workspace.person({ name: 'Lin' }), 'directory-id', 'SCIM');
      expect([sameAsScim, await whoIs(of, { sub: 'directory-id' })]).toEqual([sameAsScim, who]);
    }
  });

  test('never an administrator', async () => {
    const of = await company({ sameAsScim: true });
    await identify(of, of.admin, 'directory-id', 'SCIM');
    expect(await whoIs(of, { sub: 'directory-id' })).toBe('NOT_FOR_ADMIN');
  });
});

describe('newcomers', () => {
  test('become people only where the switch says so, with no role and no address that nobody verified', async () => {
    expect(await whoIs(await company(), { sub: 'new', name: 'New' })).toBe('NOT_LINKED');
    const of = await company({ createsPeople: true, emailDomains: ['company.example'] });
    expect(await whoIs(of, { sub: 'one', name: 'Wu Yan', ...verified('wu@company.example') })).toBe('Wu Yan');
    expect(await whoIs(of, { sub: 'two', name: 'Xu Yan', email: 'xu@company.example' })).toBe('Xu Yan');
    expect(
      await server.sql.rows(
        `select p.name, p.email, a.email as account, a.password_hash as password, (select count(*)::int from role_grant g where g.person_id = p.id) as roles
         from person p join account a on a.person_id = p.id where p.workspace_id = $1 and p.name like '%Yan' order by p.name`,
        [of.workspace.id],
      ),
    ).toEqual([
      { name: 'Wu Yan', email: 'wu@company.example', account: 'wu@company.example', password: null, roles: 0 },
      { name: 'Xu Yan', email: null, account: null, password: null, roles: 0 },
    ]);
    // And once: the second time they are known.
    expect(await whoIs(of, { sub: 'one', name: 'Wu Yan' })).toBe('Wu Yan');
  });

  test('are not made beside somebody of the same address', async () => {
    const of = await company({ createsPeople: true });
    await of.workspace.person({ name: 'Lin', email: 'lin@company.example' });
    expect(await whoIs(of, { sub: 'lin', name: 'Lin', email: 'LIN@company.example' })).toBe('NOT_LINKED');
  });
});

describe('roles by a claim', () => {
  const mapping = (more: object = {}) => ({
    claim: 'realm_access.roles',
    rules: [
      { value: 'hr', role: 'HR' },
      { value: 'sales-hr', role: 'HR', department: 'sales' },
      { value: 'nowhere', role: 'HR', department: 'no-such-department' },
      { value: 'leads', role: 'TEAM_LEAD' },
      { value: 'root', role: 'ADMIN' },
    ],
    admins: false,
    ...more,
  });
  const holding = (...roles: string[]) => ({ sub: 'lin', realm_access: { roles } });

  async function mapped(more: object = {}) {
    const of = await company({ roleMapping: mapping(more) });
    const lin = await of.workspace.person({ name: 'Lin', roles: ['DESIGNER'] });
    await server.sql.rows(`insert into department (workspace_id, key, name) values ($1, 'sales', 'Sales')`, [
      of.workspace.id,
    ]);
    await identify(of, lin, 'lin');
    return { of, lin };
  }

  test('are given and taken at each sign-in; what somebody gave by hand stays', async () => {
    const { of, lin } = await mapped();
    await whoIs(of, holding('sales-hr', 'leads', 'nowhere', 'unknown', 'root'));
    expect(await rolesOf(lin)).toEqual(['DESIGNER@HAND', 'HR:Sales@OIDC', 'TEAM_LEAD@OIDC']);
    await whoIs(of, holding('hr'));
    expect(await rolesOf(lin)).toEqual(['DESIGNER@HAND', 'HR@OIDC']);
    // A provider leaves a claim out that would be empty.
    await whoIs(of, { sub: 'lin' });
    expect(await rolesOf(lin)).toEqual(['DESIGNER@HAND']);
  });

  test('stay as they are where Entra leaves the groups out, because there are too many', async () => {
    const { of, lin } = await mapped({ claim: 'groups' });
    await whoIs(of, { sub: 'lin', groups: ['hr'] });
    await whoIs(of, { sub: 'lin', _claim_names: { groups: 'src1' } });
    expect(await rolesOf(lin)).toEqual(['DESIGNER@HAND', 'HR@OIDC']);
    const [last] = await server.sql.rows<{ detail: { kept: string[] } }>(
      `select detail from audit_entry where action = 'signInByProvider' and actor_id = $1 and detail -> 'kept' ->> 0 = 'UNKNOWN'`,
      [lin.id],
    );
    expect(last?.detail.kept).toEqual(['UNKNOWN']);
  });

  test('make administrators only where that is switched on, and never leave a workspace without one', async () => {
    const { of, lin } = await mapped({ admins: true });
    await whoIs(of, holding('root'));
    expect(await rolesOf(lin)).toEqual(['ADMIN@OIDC', 'DESIGNER@HAND']);
    await server.sql.rows(`delete from role_grant where person_id = $1`, [of.admin.id]);
    await whoIs(of, holding());
    expect(await rolesOf(lin)).toEqual(['ADMIN@OIDC', 'DESIGNER@HAND']);
    await of.workspace.person({ name: 'Bo', roles: ['ADMIN'] });
    await whoIs(of, holding());
    expect(await rolesOf(lin)).toEqual(['DESIGNER@HAND']);
  });

  test('a claim that only userinfo has is asked for there', async () => {
    const { of, lin } = await mapped();
    fake.lie({ userinfo: { sub: 'lin', realm_access: { roles: ['hr'] } } });
    await whoIs(of, { sub: 'lin' });
    expect(await rolesOf(lin)).toEqual(['DESIGNER@HAND', 'HR@OIDC']);
  });
});

describe('somebody who is signed in', () => {
  const link = `mutation ($input: UseProviderInput!) { linkIdentity(input: $input) { url userErrors { code } } }`;
  const prove = `mutation ($input: UseProviderInput!) { proveByProvider(input: $input) { url userErrors { code } } }`;
  const wayOf = async (of: Company, as: string, document = link): Promise<string> => {
    const input = { providerId: globalId('IdentityProvider', of.provider), returnTo: '/account' };
    const answer = await server.execute(document, { input }, { as });
    const [payload] = Object.values(answer.data as Record<string, { url: string | null }>);
    return new URL(payload?.url ?? '').search;
  };
  /** A browser with an open session of somebody. */
  async function signedInBrowser(of: Company, person: TestPerson, sub: string) {
    await identify(of, person, sub);
    const browser = new TestBrowser();
    const { session } = await comeBackWith(server, of.provider, { sub }, { browser });
    return { browser, session: session ?? '' };
  }

  test('links another identity, and signs in by it from then on', async () => {
    const of = await company();
    const lin = await of.workspace.person({ name: 'Lin' });
    const { browser, session } = await signedInBrowser(of, lin, 'first');
    const query = await wayOf(of, session);
    const { to, problem } = await comeBackWith(server, of.provider, { sub: 'second' }, { browser, query });
    expect([to.pathname, problem]).toEqual(['/account', null]);
    expect(await whoIs(of, { sub: 'second' })).toBe('Lin');
  });

  test('an administrator, too: that is how they come in', async () => {
    const of = await company();
    const { browser, session } = await signedInBrowser(of, of.admin, 'first');
    const query = await wayOf(of, session);
    await comeBackWith(server, of.provider, { sub: 'second' }, { browser, query });
    expect(await whoIs(of, { sub: 'second' })).toBe('Ada');
  });

  test('not an identity that is somebody else’s', async () => {
    const of = await company();
    const lin = await of.workspace.person({ name: 'Lin' });
    await identify(of, await of.workspace.person({ name: 'Min' }), 'min');
    const { browser, session } = await signedInBrowser(of, lin, 'lin');
    const query = await wayOf(of, session);
    const { to } = await comeBackWith(server, of.provider, { sub: 'min' }, { browser, query });
    expect([to.pathname, to.searchParams.get('problem')]).toEqual(['/account', 'TAKEN']);
    expect(await whoIs(of, { sub: 'min' })).toBe('Min');
  });

  test('only in their own session: a ticket is worth nothing in another browser, or a second time', async () => {
    const of = await company();
    const lin = await of.workspace.person({ name: 'Lin' });
    const { browser, session } = await signedInBrowser(of, lin, 'lin');
    const stranger = await signedInBrowser(of, await of.workspace.person({ name: 'Min' }), 'min');
    const query = await wayOf(of, session);
    const stolen = await comeBackWith(server, of.provider, { sub: 'mine' }, { browser: stranger.browser, query });
    expect(stolen.problem).toBe('EXPIRED');
    expect((await comeBackWith(server, of.provider, { sub: 'mine' }, { browser, query })).problem).toBe('EXPIRED');
    expect(await whoIs(of, { sub: 'mine' })).toBe('NOT_LINKED');
  });

  test('proves by the provider that it is them, asked for it again; as somebody else it is not', async () => {
    const of = await company();
    const lin = await of.workspace.person({ name: 'Lin' });
    const { browser, session } = await signedInBrowser(of, lin, 'lin');
    await identify(of, await of.workspace.person({ name: 'Min' }), 'min');
    await server.sql.rows(`update session set proven_at = '2020-01-01' where person_id = $1`, [lin.id]);
    const provenAt = async () =>
      (
        await server.sql.row<{ at: string }>('select max(proven_at)::text as at from session where person_id = $1', [
          lin.id,
        ])
      )?.at;
    const wrong = await comeBackWith(
      server,
      of.provider,
      { sub: 'min', auth_time: Math.floor(Date.now() / 1000) },
      { browser, query: await wayOf(of, session, prove) },
    );
    expect([wrong.problem, (await provenAt())?.slice(0, 4)]).toEqual(['TAKEN', '2020']);
    const old = await comeBackWith(
      server,
      of.provider,
      { sub: 'lin', auth_time: Math.floor(Date.now() / 1000) - 3600 },
      { browser, query: await wayOf(of, session, prove) },
    );
    expect([old.problem, (await provenAt())?.slice(0, 4)]).toEqual(['INVALID_ANSWER', '2020']);
    const right = await comeBackWith(
      server,
      of.provider,
      { sub: 'lin', auth_time: Math.floor(Date.now() / 1000) },
      { browser, query: await wayOf(of, session, prove) },
    );
    expect([right.problem, (await provenAt())?.slice(0, 4)]).not.toContain('2020');
  });
});

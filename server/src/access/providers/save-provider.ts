import { randomUUID } from 'node:crypto';
import type { Text } from '@planwright/schema/words';
import { plusMs } from '../../clock/index.js';
import { statement } from '../../database/index.js';
import { type Keyring, NoKey, seal } from '../../secrets/index.js';
import { say } from '../generated/messages.js';
import { notFound } from '../graphql/request-error.js';
import { type UserErrorCode, type UserErrorData, userError } from '../graphql/user-error.js';
import { type Act, audited, done, type Outcome, refused } from '../outcome.js';
import { checkIssuer } from './issuer.js';
import { listProviders, type ProviderRecord, placeOfSecret } from './provider-records.js';
import { cameThrough } from './provider-session.js';
import { type RoleMapping, roleMapping } from './role-mapping.js';

export interface ProviderChange {
  id: string | undefined;
  name: string;
  issuer: string;
  clientId: string;
  /** Absent = as it is. */
  clientSecret: string | undefined;
  enabled: boolean;
  createsPeople: boolean;
  only: boolean;
  emailDomains: readonly string[];
  sameAsScim: boolean;
  roleMapping: unknown;
  /** Who keeps a password while this is the only way in. */
  emergencyPersonId: string | undefined;
}

interface Checked extends Omit<ProviderChange, 'roleMapping' | 'emailDomains'> {
  emailDomains: string[];
  roleMapping: RoleMapping | null;
}

const DOMAIN = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;
/** Addresses of these are anybody’s. */
const ANYBODYS = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'qq.com',
  'foxmail.com',
  '163.com',
  '126.com',
  'sina.com',
  'sohu.com',
  '139.com',
]);

/** How long ago an administrator must have come in through the provider that becomes the only way. */
const TRIED_WITHIN_MS = 10 * 60_000;

/** Sets a provider up, or changes it. What it says about people counts from the next sign-in. */
export async function saveProvider(act: Act, keyring: Keyring, change: ProviderChange): Promise<Outcome<string>> {
  const { tx, viewer, language, now } = act;
  const error = (code: UserErrorCode, sentence: Text, ...path: string[]) =>
    refused(userError(code, sentence, language, path));
  const checked = check(change, (sentence, ...path) => userError('INVALID', sentence, language, path));
  if ('errors' in checked) return refused(...checked.errors);
  const { value } = checked;
  await tx.becomeWorker();
  const all = await listProviders(tx, viewer.workspace.id);
  const before = value.id === undefined ? undefined : all.find(({ id }) => id === value.id);
  if (value.id !== undefined && !before) throw notFound(act);
  if (before === undefined && value.clientSecret === undefined)
    return error('INVALID', say('providers.secretMissing'), 'clientSecret');
  if (all.some((other) => other.id !== value.id && other.issuer === value.issuer && other.clientId === value.clientId))
    return error('TAKEN', say('providers.taken'), 'clientId');
  const barred = await whyNotOnly(act, before, value, all);
  if (barred) return refused(barred);
  const id = before?.id ?? randomUUID();
  const sealed = await sealSecret(act, keyring, id, before, value.clientSecret);
  if (!sealed) return error('NOT_NOW', say('providers.noSecretKey'), 'clientSecret');
  await tx.rows(SAVE, [
    id,
    viewer.workspace.id,
    value.name,
    value.issuer,
    value.clientId,
    sealed.keyId,
    sealed.sealed,
    value.enabled,
    value.createsPeople,
    value.only,
    value.emailDomains,
    value.sameAsScim,
    value.roleMapping === null ? null : JSON.stringify(value.roleMapping),
    value.emergencyPersonId ?? null,
    now,
    viewer.personId,
  ]);
  await audited(act, {
    action: 'saveIdentityProvider',
    subject: `IdentityProvider:${id}`,
    detail: { changed: changedFields(before, value) },
  });
  return done(id);
}

const SAVE = statement(
  {},
  `insert into identity_provider (id, workspace_id, name, issuer, client_id, key_id, sealed, enabled, creates_people, only_way, email_domains,
     same_as_scim, role_mapping, emergency_person_id, changed_at, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text[], $12, $13::jsonb, $14::uuid, $15, $15, $16)
   on conflict (id) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
     key_id = excluded.key_id, sealed = excluded.sealed, enabled = excluded.enabled, creates_people = excluded.creates_people,
     only_way = excluded.only_way, email_domains = excluded.email_domains, same_as_scim = excluded.same_as_scim,
     role_mapping = excluded.role_mapping, emergency_person_id = excluded.emergency_person_id, changed_at = excluded.changed_at`,
);

type Problem = (sentence: Text, ...path: string[]) => UserErrorData;

function check(change: ProviderChange, problem: Problem): { value: Checked } | { errors: UserErrorData[] } {
  const errors: UserErrorData[] = [];
  const name = change.name.trim();
  if (name === '' || name.length > 100) errors.push(problem(say('providers.nameMissing'), 'name'));
  const issuer = checkIssuer(change.issuer);
  if (!issuer.ok) errors.push(problem(say(`providers.issuer.${issuer.problem}`), 'issuer'));
  const clientId = change.clientId.trim();
  if (clientId === '' || clientId.length > 300) errors.push(problem(say('providers.clientIdMissing'), 'clientId'));
  const clientSecret = change.clientSecret?.trim();
  if (clientSecret !== undefined && (clientSecret === '' || clientSecret.length > 1000))
    errors.push(problem(say('providers.secretMissing'), 'clientSecret'));
  const emailDomains = [...new Set(change.emailDomains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')))];
  emailDomains.forEach((domain, index) => {
    if (!DOMAIN.test(domain))
      errors.push(problem(say('providers.badDomain', { domain }), 'emailDomains', String(index)));
    else if (ANYBODYS.has(domain))
      errors.push(problem(say('providers.anybodysDomain', { domain }), 'emailDomains', String(index)));
  });
  if (emailDomains.length > 50) errors.push(problem(say('providers.manyDomains'), 'emailDomains'));
  const mapping = change.roleMapping == null ? undefined : roleMapping.safeParse(change.roleMapping);
  if (mapping?.success === false)
    errors.push(
      problem(say('providers.badMapping'), 'roleMapping', ...(mapping.error.issues[0]?.path ?? []).map(String)),
    );
  if (errors.length > 0 || !issuer.ok) return { errors };
  const rules = mapping?.data ?? null;
  return {
    value: { ...change, name, issuer: issuer.issuer, clientId, clientSecret, emailDomains, roleMapping: rules },
  };
}

/**
 * Being the only way in must lock nobody out: it is switched on by an administrator who has just come in by it, with one who keeps a
 * password; and while it is on, the connection stays as it was tried.
 */
async function whyNotOnly(
  { tx, viewer, language, now }: Act,
  before: ProviderRecord | undefined,
  value: Checked,
  all: readonly ProviderRecord[],
): Promise<UserErrorData | undefined> {
  const barred = (code: UserErrorCode, sentence: Text, field: string) => userError(code, sentence, language, [field]);
  if (!value.only) return undefined;
  if (!before) return barred('NOT_NOW', say('providers.onlyAfterTrying'), 'only');
  const same = before.issuer === value.issuer && before.clientId === value.clientId && value.clientSecret === undefined;
  if (!same || !value.enabled) return barred('NOT_NOW', say('providers.onlyStays'), 'only');
  if (all.some(({ id, onlyWay }) => id !== before.id && onlyWay))
    return barred('NOT_NOW', say('providers.oneOnly'), 'only');
  const keeps =
    value.emergencyPersonId !== undefined &&
    (await tx.row(KEEPS_PASSWORD, [viewer.workspace.id, value.emergencyPersonId]));
  if (!keeps) return barred('INVALID', say('providers.emergencyMissing'), 'emergencyAdminId');
  if (before.onlyWay) return undefined;
  const since = plusMs(now, -TRIED_WITHIN_MS);
  const tried = await cameThrough(tx, { sessionId: viewer.sessionId, providerId: before.id, since });
  return tried ? undefined : barred('NOT_NOW', say('providers.onlyAfterTrying'), 'only');
}

const KEEPS_PASSWORD = statement(
  { one: 'int' },
  `select 1 as one from person p join account a on a.person_id = p.id and a.password_hash is not null
   where p.workspace_id = $1 and p.id = $2 and p.active
     and exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'ADMIN')`,
);

async function sealSecret(
  { viewer }: Act,
  keyring: Keyring,
  id: string,
  before: ProviderRecord | undefined,
  secret: string | undefined,
): Promise<{ keyId: string; sealed: Buffer } | undefined> {
  if (secret === undefined) return before;
  try {
    return seal(await keyring.keys(), placeOfSecret({ workspaceId: viewer.workspace.id, id }), Buffer.from(secret));
  } catch (error) {
    if (error instanceof NoKey) return undefined;
    throw error;
  }
}

/** Names alone: values stay out of the audit trail. */
function changedFields(before: ProviderRecord | undefined, after: Checked): string[] {
  const shared = [
    'name',
    'issuer',
    'clientId',
    'enabled',
    'createsPeople',
    'only',
    'emailDomains',
    'sameAsScim',
    'roleMapping',
  ] as const;
  const earlier = before && { ...before, only: before.onlyWay };
  const changed = shared.filter((field) => JSON.stringify(earlier?.[field]) !== JSON.stringify(after[field]));
  return [...changed, ...(after.clientSecret === undefined ? [] : ['clientSecret'])];
}

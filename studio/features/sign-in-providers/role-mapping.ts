import type { Role } from '@/gql/graphql';

/** Roles that a claim can give, the widest first. */
export const MAPPED_ROLES = ['ADMIN', 'HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD'] as const satisfies readonly Role[];
export type MappedRole = (typeof MAPPED_ROLES)[number];

export interface MappingRow {
  /** Tells rows apart while they are edited. */
  key: number;
  value: string;
  role: MappedRole;
  /** Key of a department; '' = the whole company. */
  department: string;
}

export interface MappingDraft {
  /** '' = the provider gives no roles. */
  claim: string;
  rows: readonly MappingRow[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is saved, as rows. Rows for administrators that the mapping does not let count are left out, as they are at sign-in. */
export function mappingDraft(saved: unknown): MappingDraft {
  if (!isObject(saved)) return { claim: '', rows: [] };
  const rules: unknown[] = Array.isArray(saved.rules) ? saved.rules : [];
  const rows = rules.flatMap((rule, key): MappingRow[] => {
    if (!isObject(rule)) return [];
    const role = MAPPED_ROLES.find((one) => one === rule.role);
    if (!role || (role === 'ADMIN' && saved.admins !== true)) return [];
    return [{ key, value: asText(rule.value), role, department: asText(rule.department) }];
  });
  return { claim: asText(saved.claim), rows };
}

export const makesAdmins = ({ rows }: MappingDraft): boolean => rows.some(({ role }) => role === 'ADMIN');

export const withRow = ({ claim, rows }: MappingDraft): MappingDraft => ({
  claim,
  rows: [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, value: '', role: 'HR', department: '' }],
});

/** As the API takes it; null = no roles. */
export const mappingOf = (draft: MappingDraft): unknown =>
  draft.claim.trim() === ''
    ? null
    : {
        claim: draft.claim.trim(),
        rules: draft.rows.map(({ value, role, department }) => ({
          value: value.trim(),
          role,
          ...(role === 'HR' && department !== '' ? { department } : {}),
        })),
        admins: makesAdmins(draft),
      };

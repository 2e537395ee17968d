import type { Role } from '@/gql/graphql';

const ROLES: readonly string[] = [
  'LEARNER',
  'MENTOR',
  'TEAM_LEAD',
  'HR',
  'DESIGNER',
  'ADMIN',
  'SERVICE',
] satisfies Role[];
const isRole = (text: string | undefined): text is Role => text !== undefined && ROLES.includes(text);

const recordIn = (detail: unknown): Record<string, unknown> =>
  typeof detail === 'object' && detail !== null ? { ...detail } : {};

/** Fields that an entry says were changed. */
export function fieldsOf(detail: unknown): string[] {
  const { fields } = recordIn(detail);
  return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [];
}

const textAt = (detail: unknown, name: string): string | undefined => {
  const value = recordIn(detail)[name];
  return typeof value === 'string' ? value : undefined;
};

/** The role that was given or taken. */
export function roleOf(detail: unknown): Role | undefined {
  const role = textAt(detail, 'role');
  return isRole(role) ? role : undefined;
}

/** The program that did it; undefined where a person did. */
export const sourceOf = (detail: unknown): string | undefined => textAt(detail, 'source');

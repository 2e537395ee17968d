import { z } from 'zod';
import { ROLES, type Role } from '../../people/index.js';

/** Which roles the values of a claim give. LEARNER and MENTOR follow from what somebody does; SERVICE is no person. */
export const MAPPED_ROLES = ['ADMIN', 'HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD'] as const satisfies readonly Role[];

export const roleMapping = z.strictObject({
  /** Path of names with dots in the ID token: `groups`, `realm_access.roles`. */
  claim: z
    .string()
    .trim()
    .regex(/^[^\s.]+(\.[^\s.]+){0,4}$/)
    .max(200),
  rules: z
    .array(
      z.strictObject({
        value: z.string().trim().min(1).max(200),
        role: z.enum(MAPPED_ROLES),
        /** HR of this department alone, by its key. */
        department: z.string().trim().min(1).max(200).nullish(),
      }),
    )
    .max(200),
  /** Whether the claim may make administrators. */
  admins: z.boolean().default(false),
});

export type RoleMapping = z.output<typeof roleMapping>;

export interface MappedRole {
  role: Role;
  department: string | null;
}

const OVERFLOW = '_claim_names';

/**
 * The roles that a token gives, or `UNKNOWN` where it does not say: Entra leaves out the groups of somebody who is in more than 200 and
 * names the place where they could be asked for. What is unknown changes nothing. Providers leave out a claim that would be empty.
 */
export function mappedRoles(mapping: RoleMapping, claims: Readonly<Record<string, unknown>>): MappedRole[] | 'UNKNOWN' {
  const value = claimAt(claims, mapping.claim);
  const [first = ''] = mapping.claim.split('.');
  const left = claims[OVERFLOW];
  if (value === undefined && typeof left === 'object' && left !== null && Object.hasOwn(left, first)) return 'UNKNOWN';
  const held = new Set([value].flat().filter((one): one is string => typeof one === 'string'));
  const given = new Map<string, MappedRole>();
  for (const { value: needed, role, department } of mapping.rules) {
    if (!held.has(needed) || (role === 'ADMIN' && !mapping.admins)) continue;
    const only = role === 'HR' ? (department ?? null) : null;
    given.set(JSON.stringify([role, only]), { role, department: only });
  }
  return [...given.values()].toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

/** The value under a path of names; only what the object itself holds. */
export function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      claims,
    );
}

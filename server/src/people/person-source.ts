/** A system that knows people by an id of its own: `OIDC:` and `INTEGRATION:` are followed by the uuid of the provider or integration. */
export type PersonSource = 'FILE' | 'SCIM' | 'HISTORY' | `OIDC:${string}` | `INTEGRATION:${string}`;

/** What a source may own about a person: nobody else changes it. */
export type OwnedField =
  | 'name'
  | 'givenName'
  | 'familyName'
  | 'email'
  | 'employeeNumber'
  | 'departmentId'
  | 'jobRoleKey'
  | 'managerId'
  | 'joinedOn'
  | 'locale'
  | 'timeZone'
  | 'active';

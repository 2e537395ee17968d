/**
 * What a reader may reach, as the policies of `access-policy.ts` read it: ids, not names of roles.
 * An empty scope sees nothing.
 */
export interface Scope {
  workspace: string;
  /** `all`: ADMIN, and HR of everybody. */
  reach: 'all' | 'some';
  /** Departments (with all below) that the person is HR of. */
  departments: readonly string[];
  /** Direct reports of a TEAM_LEAD. */
  team: readonly string[];
  /** The people this person mentors, or accompanies for a mentor they stand in for. */
  mentees: readonly string[];
  /** Mentors that this person stands in for now: their people are seen and reviewed as if they were one's own. */
  standsInFor: readonly string[];
  /** Absent for a permission class of full reach, which is nobody; else whose mentees and own plans are seen. */
  person?: string;
  /** Enrolments in which this person is a partner in a shared task. */
  partnered: readonly string[];
  /** `enrolment:item` of those shared tasks. */
  partnerItems: readonly string[];
  admin: boolean;
  /** May see plans with drafts and all versions: ADMIN, HR, DESIGNER. */
  plans: boolean;
}

/** The scope of somebody who may see nothing of a workspace but that it is there. */
export function emptyScope(workspace: string): Scope {
  return {
    workspace,
    reach: 'some',
    departments: [],
    team: [],
    mentees: [],
    standsInFor: [],
    partnered: [],
    partnerItems: [],
    admin: false,
    plans: false,
  };
}

/** The scope as database session variables. Every variable is set, so that none survives from another reader. */
export function scopeVariables(scope: Scope): Record<string, string> {
  return {
    'app.workspace': scope.workspace,
    'app.reach': scope.reach === 'all' ? 'all' : '',
    'app.departments': arrayLiteral(scope.departments),
    'app.team': arrayLiteral(scope.team),
    'app.mentees': arrayLiteral(scope.mentees),
    'app.stands_in_for': arrayLiteral(scope.standsInFor),
    'app.person': scope.person ?? '',
    'app.partnered': arrayLiteral(scope.partnered),
    'app.partner_items': arrayLiteral(scope.partnerItems),
    'app.admin': scope.admin ? 'yes' : '',
    'app.plans': scope.plans ? 'yes' : '',
  };
}

/** Values are ids and item keys: nothing in them needs quoting beyond the double quotes. */
function arrayLiteral(values: readonly string[]): string {
  return values.length === 0 ? '' : `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/**
 * The scope with all that does not change what it sees left out, and a key that is equal exactly for equal ones.
 * Readers of one class may share one execution.
 */
export function permissionClass(scope: Scope): { key: string; scope: Scope } {
  const { person, ...rest } = scope;
  const shared: Scope =
    scope.reach === 'all'
      ? { ...emptyScope(scope.workspace), reach: 'all', admin: scope.admin, plans: scope.plans }
      : {
          ...rest,
          departments: [...scope.departments].sort(),
          team: [...scope.team].sort(),
          mentees: [...scope.mentees].sort(),
          standsInFor: [...scope.standsInFor].sort(),
          partnered: [...scope.partnered].sort(),
          partnerItems: [...scope.partnerItems].sort(),
          ...(person === undefined ? {} : { person }),
        };
  return { key: JSON.stringify(scopeVariables(shared)), scope: shared };
}

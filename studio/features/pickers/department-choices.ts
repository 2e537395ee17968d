import type { DepartmentToPickFragment } from '@/gql/graphql';
import type { Choice } from './choice';

type Department = Pick<DepartmentToPickFragment, 'id' | 'key' | 'name' | 'closed' | 'formerKeys'> & {
  parent?: { id: string } | null;
};

/** The departments above one, from the top, as `销售中心 / 华东大区`; empty at the top. */
export function pathAbove(departments: ReadonlyMap<string, Department>, { id, parent }: Department): string {
  const names: string[] = [];
  const met = new Set([id]);
  for (let above = parent; above && !met.has(above.id); ) {
    met.add(above.id);
    const found: Department | undefined = departments.get(above.id);
    if (!found) break;
    names.unshift(found.name);
    above = found.parent;
  }
  return names.join(' / ');
}

/**
 * Departments by name, each with those above it: two of the same name are told apart. A key of one that became part of
 * another has the name of that one, and is not offered.
 */
export function departmentChoices(departments: readonly Department[], by: 'id' | 'key'): Choice[] {
  const all = new Map(departments.map((department) => [department.id, department]));
  return departments.flatMap((department) => {
    const named = { label: department.name, about: pathAbove(all, department) || undefined };
    return [
      { value: department[by], ...named, ...(department.closed ? { isGone: true } : {}) },
      ...(by === 'key' ? department.formerKeys.map((key) => ({ value: key, ...named, isGone: true })) : []),
    ];
  });
}

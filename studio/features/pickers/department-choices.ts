import type { DepartmentToPickFragment } from '@/gql/graphql';
import type { Choice } from './choice';

type Department = Pick<DepartmentToPickFragment, 'id' | 'key' | 'name' | 'closed'> & { parent?: { id: string } | null };

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

/** Departments by name, each with those above it: two of the same name are told apart. */
export function departmentChoices(departments: readonly Department[], by: 'id' | 'key'): Choice[] {
  const all = new Map(departments.map((department) => [department.id, department]));
  return departments.map((department) => ({
    value: department[by],
    label: department.name,
    about: pathAbove(all, department) || undefined,
    ...(department.closed ? { isGone: true } : {}),
  }));
}

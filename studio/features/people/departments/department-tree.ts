interface Department {
  id: string;
  name: string;
  parent?: { id: string } | null;
}

export type InTree<One extends Department> = One & { depth: number };

/**
 * Departments as a tree is read: each above those that belong to it, siblings by name. One whose department above is not
 * there stands at the top; of a circle, which the server refuses, each is listed once.
 */
export function departmentTree<One extends Department>(departments: readonly One[], locale: string): InTree<One>[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const known = new Set(departments.map(({ id }) => id));
  const aboveOf = ({ parent }: One) => (parent && known.has(parent.id) ? parent.id : '');
  const rows: InTree<One>[] = [];
  const listed = new Set<string>();
  const list = (above: string, depth: number): void => {
    for (const department of departments
      .filter((each) => aboveOf(each) === above)
      .toSorted((a, b) => compare(a.name, b.name))) {
      if (listed.has(department.id)) continue;
      listed.add(department.id);
      rows.push({ ...department, depth });
      list(department.id, depth + 1);
    }
  };
  list('', 0);
  for (const department of departments) if (!listed.has(department.id)) rows.push({ ...department, depth: 0 });
  return rows;
}

/** A department and everything that belongs to it, at any depth. */
export function withAllBelow(departments: readonly Department[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { id: each, parent } of departments) if (parent && found.has(parent.id)) found.add(each);
  }
  return found;
}

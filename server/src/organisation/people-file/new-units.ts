import { nameKey } from '@planwright/schema/tables';
import type { DepartmentOfRow, DraftRow } from './draft-row.js';

/** A department that the file names and nobody has made. */
export interface NewDepartment {
  /** Of this file alone. */
  key: string;
  name: string;
  /** One that is there, or (by key) one that is made before it; null = at the top. */
  parent: { id: string } | { key: string } | null;
  /** `Sales / East`, as people read it. */
  path: string;
}

/** Departments and job roles that rows need and nobody has made; each department stands behind the one that it hangs on. */
export class NewUnits {
  readonly #departments = new Map<string, NewDepartment>();
  readonly #jobRoles = new Map<string, string>();

  constructor(rows: readonly Pick<DraftRow, 'department' | 'jobRole'>[]) {
    for (const { department, jobRole } of rows) {
      if (department && 'names' in department) this.#add(department);
      // As the file writes it first.
      if (jobRole && 'newTitle' in jobRole && !this.#jobRoles.has(keyOfTitle(jobRole.newTitle)))
        this.#jobRoles.set(keyOfTitle(jobRole.newTitle), jobRole.newTitle);
    }
  }

  get departments(): NewDepartment[] {
    return [...this.#departments.values()];
  }

  /** Titles. */
  get jobRoles(): string[] {
    return [...this.#jobRoles.values()];
  }

  #add({ below, names }: NewPath): void {
    let parent: NewDepartment['parent'] = below && { id: below.id };
    let path = below?.path ?? '';
    for (const [depth, name] of names.entries()) {
      const key = keyOfPath({ below, names: names.slice(0, depth + 1) });
      path = path === '' ? name : `${path} / ${name}`;
      const known = this.#departments.get(key) ?? { key, name, parent, path };
      this.#departments.set(key, known);
      path = known.path;
      parent = { key };
    }
  }
}

type NewPath = Extract<DepartmentOfRow, { names: readonly string[] }>;

/** The same for every row that means this department. */
export const keyOfPath = ({ below, names }: NewPath): string => [below?.id ?? '', ...names.map(nameKey)].join('/');

/** The same for every row that means this job role. */
export const keyOfTitle = (title: string): string => nameKey(title);

import { nameKey } from '@planwright/schema/tables';
import type { KnownWorkspace, WorkspaceDepartment } from './known-workspace.js';

/** What a cell means by a department. A path that is not there yet begins below what is: `Sales / East / Team 3`. */
export type NamedDepartment =
  | { kind: 'known'; id: string }
  | { kind: 'new'; parentId: string | null; names: string[] }
  | { kind: 'closed'; name: string }
  | { kind: 'several'; paths: string[] };

const SEPARATORS = /\s*[/\\>›»→／＞]\s*/u;
const DEEPEST = 30;

/** Departments as people write them: by name where it is the only one, by the whole path, by key, or by a key of old. */
export class DepartmentNames {
  readonly #byId: ReadonlyMap<string, WorkspaceDepartment>;
  readonly #byKey: ReadonlyMap<string, string>;
  readonly #byName: ReadonlyMap<string, readonly WorkspaceDepartment[]>;

  constructor({ departments, aliases }: Pick<KnownWorkspace, 'departments' | 'aliases'>) {
    this.#byId = new Map(departments.map((department) => [department.id, department]));
    this.#byKey = new Map([
      ...aliases.map(({ key, departmentId }) => [key, departmentId] as const),
      ...departments.map(({ key, id }) => [key, id] as const),
    ]);
    this.#byName = Map.groupBy(departments, ({ name }) => nameKey(name));
  }

  /** `Sales / East`, from the top. */
  pathOf(id: string): string {
    const names: string[] = [];
    for (let at = this.#byId.get(id); at && names.length < DEEPEST; at = this.#byId.get(at.parentId ?? ''))
      names.unshift(at.name);
    return names.join(' / ');
  }

  /** How a file should call it: the shortest of name, path and key that means it and nothing else. */
  nameFor(id: string): string {
    const { name = '', key = '' } = this.#byId.get(id) ?? {};
    const means = (text: string) => {
      const found = this.find(text);
      return found.kind === 'known' && found.id === id;
    };
    return [name, this.pathOf(id)].find(means) ?? key;
  }

  find(text: string): NamedDepartment {
    const key = this.#byKey.get(text);
    if (key !== undefined) return this.#standing(key);
    // A name may itself have a stroke in it, so the whole is looked for first.
    const whole = this.#byName.get(nameKey(text));
    if (whole) return this.#oneOf(whole);
    const names = text.split(SEPARATORS).filter((name) => nameKey(name) !== '');
    return names.length > 1 ? this.#alongPath(names) : { kind: 'new', parentId: null, names: [text] };
  }

  /** Down from the top, or from the only department of the first name; some systems leave the company out. */
  #alongPath(names: readonly string[]): NamedDepartment {
    const [first = '', ...below] = names;
    const starts = this.#byName.get(nameKey(first)) ?? [];
    const top = starts.filter(({ parentId }) => parentId === null);
    const from = top.length > 0 ? top : starts;
    if (from.length === 0) return { kind: 'new', parentId: null, names: [...names] };
    let at = from;
    for (const [depth, name] of below.entries()) {
      const next = at.flatMap(({ id }) =>
        (this.#byName.get(nameKey(name)) ?? []).filter(({ parentId }) => parentId === id),
      );
      if (next.length === 0) {
        const [parent, another] = at;
        if (!parent || another) return { kind: 'several', paths: at.map(({ id }) => this.pathOf(id)) };
        if (parent.closed) return { kind: 'closed', name: this.pathOf(parent.id) };
        return { kind: 'new', parentId: parent.id, names: below.slice(depth) };
      }
      at = next;
    }
    return this.#oneOf(at);
  }

  #oneOf(found: readonly WorkspaceDepartment[]): NamedDepartment {
    const open = found.filter(({ closed }) => !closed);
    const [one, another] = open.length > 0 ? open : found;
    if (!one) throw new Error('a name without its department');
    return another && open.length > 0
      ? { kind: 'several', paths: open.map(({ id }) => this.pathOf(id)) }
      : this.#standing(one.id);
  }

  #standing(id: string): NamedDepartment {
    const department = this.#byId.get(id);
    if (!department) throw new Error('a key without its department');
    return department.closed ? { kind: 'closed', name: this.pathOf(id) } : { kind: 'known', id };
  }
}

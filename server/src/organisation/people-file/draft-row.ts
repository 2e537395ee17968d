import type { WorkspacePerson } from './known-workspace.js';
import type { SaidOfPerson } from './read-person-row.js';
import type { RowBeingRead } from './row-being-read.js';

/** A department that is there, or one that is made: names below a department, or (null) from the top. */
export type DepartmentOfRow = { id: string } | { below: { id: string; path: string } | null; names: readonly string[] };

/** Who is above somebody: a person who is there, or one that another row of the file brings. */
export type ManagerOfRow = { person: WorkspacePerson } | { row: DraftRow };

/** A row with everything that it refers to found. In each, undefined = the row says nothing, null = it says that there is none. */
export interface DraftRow {
  row: RowBeingRead;
  said: SaidOfPerson;
  /** undefined = somebody new. */
  person: WorkspacePerson | undefined;
  department: DepartmentOfRow | null | undefined;
  jobRole: { key: string } | { newTitle: string } | null | undefined;
  manager: ManagerOfRow | null | undefined;
}

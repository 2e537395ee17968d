/** A person as the statements of this room read them. */
export interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  jobRole: string | null;
  joinedOn: string | null;
  departmentId: string | null;
  managerId: string | null;
  timeZone: string;
  locale: string;
  active: boolean;
}

export const PERSON_COLUMNS = `p.id, p.name, p.email, p.job_role as "jobRole", p.joined_on as "joinedOn",
  p.department_id as "departmentId", p.manager_id as "managerId", p.time_zone as "timeZone", p.locale, p.active`;

export interface DepartmentRow {
  id: string;
  key: string;
  name: string;
  parentId: string | null;
}

export const DEPARTMENT_COLUMNS = `d.id, d.key, d.name, d.parent_id as "parentId"`;

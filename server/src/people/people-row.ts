import { columns, type RowOf } from '../database/statement.js';
import { DepartmentEntity, PersonEntity } from './entities.js';

/** A person as the statements of this room read them. */
export const PERSON = columns(
  PersonEntity,
  'id',
  'name',
  'email',
  'jobRole',
  'joinedOn',
  'departmentId',
  'managerId',
  'timeZone',
  'locale',
  'active',
);
export type PersonRow = RowOf<typeof PERSON>;

export const PERSON_COLUMNS = `p.id, p.name, p.email, p.job_role as "jobRole", p.joined_on as "joinedOn",
  p.department_id as "departmentId", p.manager_id as "managerId", p.time_zone as "timeZone", p.locale, p.active`;

export const DEPARTMENT = columns(DepartmentEntity, 'id', 'key', 'name', 'parentId');
export type DepartmentRow = RowOf<typeof DEPARTMENT>;

export const DEPARTMENT_COLUMNS = `d.id, d.key, d.name, d.parent_id as "parentId"`;

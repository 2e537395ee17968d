import { columns, listOf, type RowOf } from '../database/index.js';
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
  'employeeNumber',
  'mentorCapacity',
  'mentorExperienceYears',
);
export const PERSON_COLUMNS = listOf(PERSON, 'p');
export type PersonRow = RowOf<typeof PERSON>;

const DEPARTMENT = columns(DepartmentEntity, 'id', 'key', 'name', 'parentId', 'closedAt');
export const DEPARTMENT_COLUMNS = listOf(DEPARTMENT, 'd');
/** A department with the keys of those that became part of it. */
export const DEPARTMENT_WITH_KEYS = { ...DEPARTMENT, formerKeys: 'text[]' } as const;
export type DepartmentRow = RowOf<typeof DEPARTMENT_WITH_KEYS>;

import { expect, test } from '@jest/globals';
import { globalId } from '../access/graphql/global-id.js';
import { boardColumns } from './board-columns.js';
import type { BoardRowData } from './board-data.js';
import { boardRow } from './board-shape.js';

const columns = boardColumns([{ id: 'v1', number: 4, items: [] }]);
const data: BoardRowData = {
  enrolmentId: 'e',
  personId: 'p',
  personName: 'Wang',
  departmentId: null,
  mentorId: 'm',
  mentorName: 'Mao',
  versionId: 'v1',
  cells: 'do',
  done: 1,
  needed: 2,
  overdue: 0,
  score: 80,
  lastEventAt: null,
};

test('of a row only those parts are read that a client asks for', () => {
  const read: string[] = [];
  const watched = new Proxy(data, {
    get: (row, name) => {
      read.push(String(name));
      return Reflect.get(row, name);
    },
  });
  const row = boardRow(watched, columns);
  expect(read).toEqual([]);
  expect([row.enrolmentId, row.completion]).toEqual([globalId('Enrolment', 'e'), 0.5]);
  expect(read.sort()).toEqual(['done', 'enrolmentId', 'needed']);
});

test('a row has every field of the contract', () => {
  const row = boardRow({ ...data, departmentId: 'd', needed: 0 }, columns);
  expect({
    enrolmentId: row.enrolmentId,
    personId: row.personId,
    personName: row.personName,
    departmentId: row.departmentId,
    mentorId: row.mentorId,
    mentorName: row.mentorName,
    versionNumber: row.versionNumber,
    states: row.states,
    completion: row.completion,
    overdue: row.overdue,
    score: row.score,
    lastEventAt: row.lastEventAt,
  }).toEqual({
    enrolmentId: globalId('Enrolment', 'e'),
    personId: globalId('Person', 'p'),
    personName: 'Wang',
    departmentId: globalId('Department', 'd'),
    mentorId: globalId('Person', 'm'),
    mentorName: 'Mao',
    versionNumber: 4,
    states: 'do',
    completion: 1,
    overdue: 0,
    score: 80,
    lastEventAt: null,
  });
  expect([boardRow(data, columns).departmentId, boardRow({ ...data, mentorId: null }, columns).mentorId]).toEqual([
    null,
    null,
  ]);
});

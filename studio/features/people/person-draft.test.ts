import { expect, test } from '@jest/globals';
import { changesOf, NOBODY_YET, newPerson } from './person-draft';

const li = {
  ...NOBODY_YET,
  name: '李雷',
  email: 'lei@example.com',
  manager: { id: 'p2', name: '韩梅梅' },
  joinedOn: '2026-03-02',
  mentorCapacity: '3',
};

test('somebody new is said with what was filled in, without space around it', () => {
  expect(newPerson({ ...li, name: ' 李雷 ', employeeNumber: '  ' })).toEqual({
    name: '李雷',
    email: 'lei@example.com',
    managerId: 'p2',
    joinedOn: '2026-03-02',
  });
});

test('a change says what was changed alone, and null for what was cleared', () => {
  expect(changesOf(li, { ...li, name: '李蕾', email: '', manager: undefined, mentorCapacity: '4' })).toEqual({
    name: '李蕾',
    email: null,
    managerId: null,
    mentorCapacity: 4,
  });
  expect(changesOf(li, { ...li, name: '李雷 ' })).toEqual({});
});

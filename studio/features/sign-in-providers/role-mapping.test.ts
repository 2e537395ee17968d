import { describe, expect, it } from '@jest/globals';
import { mappingDraft, mappingOf, withRow } from './role-mapping';

const SAVED = {
  claim: 'groups',
  rules: [
    { value: 'hr-sales', role: 'HR', department: 'sales' },
    { value: 'leads', role: 'TEAM_LEAD' },
  ],
  admins: false,
};

describe('what a claim gives', () => {
  it('is saved as it was read', () => {
    expect(mappingOf(mappingDraft(SAVED))).toEqual(SAVED);
  });

  it('is nothing without a claim', () => {
    expect(mappingDraft(null)).toEqual({ claim: '', rows: [] });
    expect(mappingOf({ claim: ' ', rows: [] })).toBe(null);
  });

  it('makes administrators only where a row says so, and never by a row that did not count', () => {
    const rules = [{ value: 'it', role: 'ADMIN' }];
    expect(mappingOf(mappingDraft({ ...SAVED, rules, admins: true }))).toEqual({ ...SAVED, rules, admins: true });
    expect(mappingOf(mappingDraft({ ...SAVED, rules }))).toEqual({ ...SAVED, rules: [] });
  });

  it('names a department with HR alone', () => {
    const { claim, rows } = withRow({ claim: 'groups', rows: [] });
    const mentors = rows.map((row) => ({ ...row, value: 'm', role: 'MENTOR' as const, department: 'sales' }));
    expect(mappingOf({ claim, rows: mentors })).toMatchObject({ rules: [{ value: 'm', role: 'MENTOR' }] });
  });
});

import { describe, expect, test } from '@jest/globals';
import { DEMO_ACCOUNTS, demoOrganisation, FIRST_CYCLE_LEARNERS, teamOf } from './organisation.js';

describe('the demo company', () => {
  const { departments, people } = demoOrganisation();
  const byKey = new Map(people.map((person) => [person.key, person]));

  test('has 8 departments and 130 people with 20 teams of five, each name once', () => {
    expect(departments).toHaveLength(8);
    expect(people).toHaveLength(130 + 20 * 5);
    expect(new Set(people.map(({ name }) => name)).size).toBe(230);
    expect(byKey.size).toBe(230);
    for (const key of FIRST_CYCLE_LEARNERS)
      expect(people.filter(({ managerKey }) => managerKey === key).map((one) => one.key)).toEqual(teamOf(key));
    expect(people.every(({ name }) => /^[\u4e00-\u9fff]{3}$/.test(name))).toBe(true);
  });

  test('is one tree: every line of managers ends at the general manager', () => {
    for (const person of people) {
      const seen = new Set<string>();
      let at = person;
      while (at.managerKey !== undefined) {
        expect(seen.has(at.key)).toBe(false);
        seen.add(at.key);
        const manager = byKey.get(at.managerKey);
        if (!manager) throw new Error(`${at.key} has no manager ${at.managerKey}`);
        at = manager;
      }
      expect(at.key).toBe('management-01');
    }
  });

  test('has a person with the fitting role behind each demo account', () => {
    const rolesOf = (account: keyof typeof DEMO_ACCOUNTS) => byKey.get(DEMO_ACCOUNTS[account])?.roles;
    expect(rolesOf('admin')).toContain('ADMIN');
    expect(rolesOf('hr')).toContain('HR');
    expect(rolesOf('designer')).toEqual(['DESIGNER']);
    expect(rolesOf('mentor')).toContain('MENTOR');
    expect(rolesOf('lead')).toContain('TEAM_LEAD');
    expect(rolesOf('learner')).toEqual(['LEARNER']);
  });

  test('is the same company at every start', () => {
    expect(demoOrganisation()).toEqual({ name: demoOrganisation().name, departments, people });
  });
});

import { PEOPLE_PER_MENTOR, TEAM_SIZE } from './first-cycle.js';
import { demoName } from './names.js';

export interface DemoDepartment {
  key: string;
  name: string;
  parentKey?: string;
}

export type DemoRole = 'ADMIN' | 'HR' | 'DESIGNER' | 'MENTOR' | 'TEAM_LEAD' | 'LEARNER';

export interface DemoPerson {
  /** Stable within the demo company: `retail-east-07`. */
  key: string;
  name: string;
  email: string;
  jobRole: string;
  departmentKey: string;
  managerKey?: string;
  /** Years and weeks before the demo begins; the caller turns them into a date. */
  joinedWeeksAgo: number;
  teamSize: number;
  roles: DemoRole[];
}

export interface DemoOrganisation {
  name: string;
  departments: DemoDepartment[];
  people: DemoPerson[];
}

export const DEMO_DOMAIN = 'demo.planwright.example';

/** The person behind each demo account: the local part of the address and the person's key. */
export const DEMO_ACCOUNTS = {
  admin: 'management-03',
  hr: 'hr-01',
  designer: 'hr-03',
  mentor: 'retail-east-02',
  lead: 'retail-east-05',
  learner: 'retail-east-08',
} as const;

const DEPARTMENTS: DemoDepartment[] = [
  { key: 'management', name: '总经办' },
  { key: 'hr', name: '人力资源部', parentKey: 'management' },
  { key: 'marketing', name: '市场部', parentKey: 'management' },
  { key: 'retail-east', name: '华东零售区', parentKey: 'management' },
  { key: 'retail-south', name: '华南零售区', parentKey: 'management' },
  { key: 'sales', name: '大客户销售部', parentKey: 'management' },
  { key: 'product', name: '产品部', parentKey: 'management' },
  { key: 'finance-supply', name: '财务与供应链部', parentKey: 'management' },
];

/** How many people have a job, in the order of their keys; the first of a department leads it. */
const STAFF: Record<string, [jobRole: string, count: number][]> = {
  management: [
    ['general-manager', 1],
    ['deputy-general-manager', 1],
    ['it-manager', 1],
    ['assistant', 1],
  ],
  hr: [
    ['hr-director', 1],
    ['hr-partner', 1],
    ['learning-designer', 2],
    ['hr-specialist', 6],
  ],
  marketing: [
    ['marketing-director', 1],
    ['marketing-manager', 3],
    ['marketing-specialist', 10],
  ],
  'retail-east': [
    ['regional-director', 1],
    ['area-manager', 6],
    ['store-manager', 23],
  ],
  'retail-south': [
    ['regional-director', 1],
    ['area-manager', 5],
    ['store-manager', 22],
  ],
  sales: [
    ['sales-director', 1],
    ['sales-manager', 4],
    ['account-manager', 9],
  ],
  product: [
    ['product-director', 1],
    ['product-manager', 4],
    ['product-specialist', 5],
  ],
  'finance-supply': [
    ['finance-director', 1],
    ['finance-manager', 3],
    ['logistics-specialist', 6],
  ],
};

/** The jobs whose holders are led by those of another job of their department, not by its head. */
const LED_BY: Record<string, string> = {
  'store-manager': 'area-manager',
  'marketing-specialist': 'marketing-manager',
  'account-manager': 'sales-manager',
  'product-specialist': 'product-manager',
  'logistics-specialist': 'finance-manager',
};

const keyOf = (departmentKey: string, position: number) => `${departmentKey}-${String(position).padStart(2, '0')}`;

function rolesOf(key: string, jobRole: string): DemoRole[] {
  const roles: DemoRole[] = [];
  if (key === DEMO_ACCOUNTS.admin) roles.push('ADMIN');
  if (jobRole === 'hr-director' || jobRole === 'hr-partner') roles.push('HR');
  if (jobRole === 'learning-designer') roles.push('DESIGNER');
  if (jobRole === 'area-manager') roles.push('MENTOR', 'TEAM_LEAD');
  if (jobRole.endsWith('-director') || jobRole === 'general-manager') roles.push('TEAM_LEAD');
  if (jobRole === 'store-manager') roles.push('LEARNER');
  return roles;
}

/** Store managers of last year's pilot, the five of each of its two mentors after one another. */
export const PILOT_LEARNERS = Array.from({ length: 2 * PEOPLE_PER_MENTOR }, (_, nth) => keyOf('retail-east', 31 + nth));

/** Who was in the first cycle, the five of each mentor after one another. */
export const FIRST_CYCLE_LEARNERS = [
  ...Array.from({ length: 13 }, (_, nth) => keyOf('retail-east', 18 + nth)),
  ...Array.from({ length: 7 }, (_, nth) => keyOf('retail-south', 18 + nth)),
];

/** Members of the teams that those of the first cycle lead. */
export const teamOf = (managerKey: string): string[] =>
  Array.from({ length: TEAM_SIZE }, (_, nth) => `${managerKey}-team-${nth + 1}`);

/**
 * A retail company of 8 departments: 130 people in its offices and at the head of its stores, and the teams of 20 of these.
 * The same people at every start.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: draws in one order, so that the people stay the same
export function demoOrganisation(): DemoOrganisation {
  const people: DemoPerson[] = [];
  for (const department of DEPARTMENTS) {
    const byJob = new Map<string, string[]>();
    let position = 0;
    for (const [jobRole, count] of STAFF[department.key] ?? []) {
      for (let nth = 0; nth < count; nth += 1) {
        position += 1;
        const key = keyOf(department.key, position);
        const leaders = byJob.get(LED_BY[jobRole] ?? '') ?? [];
        const headKey = keyOf(department.key, 1);
        const managerKey = leaders[nth % leaders.length] ?? (position === 1 ? 'management-01' : headKey);
        people.push({
          key,
          name: demoName(people.length),
          email: `${key}@${DEMO_DOMAIN}`,
          jobRole,
          departmentKey: department.key,
          ...(key === 'management-01' ? {} : { managerKey }),
          joinedWeeksAgo: 40 + ((people.length * 37) % 380),
          teamSize: jobRole === 'store-manager' ? 3 + (people.length % 9) : 0,
          roles: rolesOf(key, jobRole),
        });
        byJob.set(jobRole, [...(byJob.get(jobRole) ?? []), key]);
      }
    }
  }
  PILOT_LEARNERS.forEach((key, nth) => {
    people.push({
      key,
      name: demoName(people.length),
      email: `${key}@${DEMO_DOMAIN}`,
      jobRole: 'store-manager',
      departmentKey: 'retail-east',
      managerKey: keyOf('retail-east', 2 + (nth % 6)),
      joinedWeeksAgo: 70 + 9 * nth,
      teamSize: TEAM_SIZE,
      roles: ['LEARNER'],
    });
  });
  for (const managerKey of FIRST_CYCLE_LEARNERS) {
    const manager = people.find(({ key }) => key === managerKey);
    if (!manager) throw new Error(`the demo company has no ${managerKey}`);
    manager.teamSize = TEAM_SIZE;
    for (const key of teamOf(managerKey)) {
      people.push({
        key,
        name: demoName(people.length),
        email: `${key}@${DEMO_DOMAIN}`,
        jobRole: 'sales-assistant',
        departmentKey: manager.departmentKey,
        managerKey,
        joinedWeeksAgo: 30 + ((people.length * 37) % 200),
        teamSize: 0,
        roles: [],
      });
    }
  }
  for (const [local, key] of Object.entries(DEMO_ACCOUNTS)) {
    const person = people.find((one) => one.key === key);
    if (person) person.email = `${local}@${DEMO_DOMAIN}`;
  }
  return { name: '华澜零售（演示数据）', departments: DEPARTMENTS, people };
}

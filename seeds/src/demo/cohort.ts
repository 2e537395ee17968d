import type { Calendars } from '@planwright/schema/calendar';
import type { Facts, PlanDefinition } from '@planwright/schema/definition';
import type { EnrolmentEvent, Environment, Evaluation, WorkspaceSettings } from '@planwright/schema/engine';
import { walk } from '@planwright/schema/simulation';
import { addDays, type Instant, instantAt, type PlainDate, plainDateIn, type Zone } from '@planwright/schema/time';
import { demoBehaviour, type Member } from './conduct.js';
import { seededRandom } from './random.js';

export interface DemoMember extends Member {
  facts: Facts;
}

export interface DemoCohort {
  definition: PlanDefinition;
  versionId: string;
  startsOn: PlainDate;
  members: DemoMember[];
  /** HR, who enrolled everybody the week before. */
  enrolledBy: string;
  seed: number;
}

export interface DemoHistory {
  personId: string;
  mentorId: string;
  events: EnrolmentEvent[];
  evaluation: Evaluation;
}

export interface DemoEnvironment {
  now: Instant;
  zone: Zone;
  calendars: Calendars;
  workspace: WorkspaceSettings;
}

/** Walks a cohort from its enrolment until now: what happened to each member, as it would have been recorded. */
export function simulateCohort(
  cohort: DemoCohort,
  { now, zone, calendars, workspace }: DemoEnvironment,
): DemoHistory[] {
  const enrolledAt = instantAt(addDays(cohort.startsOn, -4), '15:00', zone);
  return cohort.members.map((member, index) => {
    const { definition, versionId, startsOn, enrolledBy, seed } = cohort;
    const environment: Environment = { now: enrolledAt, calendars, workspace };
    const { events, evaluation } = walk(
      {
        definitions: { [versionId]: definition },
        events: [
          {
            seq: 1,
            recordedAt: enrolledAt,
            occurredAt: enrolledAt,
            actor: enrolledBy,
            type: 'enrolled',
            data: { versionId, startsOn, zone, mentorId: member.mentorId, facts: member.facts },
          },
        ],
        behaviour: demoBehaviour(definition, member, zone, seededRandom(seed * 1000 + index)),
        until: now,
      },
      environment,
    );
    return { personId: member.personId, mentorId: member.mentorId, events, evaluation };
  });
}

/** The Monday `weeks` weeks before the week of an instant. */
export function mondayBefore(now: Instant, weeks: number, zone: Zone): PlainDate {
  const today = plainDateIn(now, zone);
  const daysSinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -daysSinceMonday - 7 * weeks);
}

/** `2026 秋季零售新经理`: by the season in which it starts. */
export function cohortName(startsOn: PlainDate, what: string): string {
  const seasons = ['冬季', '冬季', '春季', '春季', '春季', '夏季', '夏季', '夏季', '秋季', '秋季', '秋季', '冬季'];
  return `${startsOn.slice(0, 4)} ${seasons[Number(startsOn.slice(5, 7)) - 1] ?? ''}${what}`;
}

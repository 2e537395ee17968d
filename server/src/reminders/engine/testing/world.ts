import { cnCalendar } from '@planwright/schema/calendar';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { EnrolmentEvent, Environment, NewEvent, VersionId } from '@planwright/schema/engine';
import { previewMigration } from '@planwright/schema/migration';
import type { CatchUp, OccurrencesOf } from '@planwright/schema/rules';
import { paced } from '@planwright/schema/simulation';
import type { Language } from '@planwright/schema/text';
import { addDays, addMs, type Instant, instantAt, mondayOf, type PlainDate, type Zone } from '@planwright/schema/time';
import { type DedupeKind } from '../../deliver/reconcile.js';
import { DEFAULT_SETTINGS, type LogicalChannel, type Random, seededRandom } from '../index.js';
import { type Conduct, paceOf } from './conduct.js';
import { NO_FAULTS, type ProviderFaults } from './fake-channel.js';
import { SimulatedEnrolment } from './simulated-enrolment.js';

/** Zones whose clocks change, on both halves of the globe, by an hour and by half of one; Shanghai stands for those that do not. */
export const ZONES: readonly Zone[] = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Cairo',
  'Europe/London',
  'Asia/Beirut',
];

export interface SimulatedPerson {
  id: string;
  name: string;
  zone: Zone;
  language: Language;
  /** No account any more from then on. */
  revokedAt?: Instant;
}

export interface SimulationSettings {
  seed: number;
  people: number;
  weeks: number;
  conduct: Conduct;
  definition: PlanDefinition;
  /** In-process rules by their name in plans, with what each does after an outage. */
  rules: Record<string, OccurrencesOf>;
  catchUp: Record<string, CatchUp>;
  /** Absent = one is drawn for each logical channel. */
  channels?: Partial<Record<LogicalChannel, DedupeKind>>;
  /** Where a logical channel leads when not to a provider of its own: two on one route make one message. */
  routes?: Partial<Record<LogicalChannel, LogicalChannel>>;
  /** Absent = Shanghai alone. */
  zones?: readonly Zone[];
  startsOn?: PlainDate;
  faults?: Partial<Faults>;
}

export interface Faults {
  provider: ProviderFaults;
  /** Chance that a worker dies at one of the six points around a call. */
  crash: number;
  /** No worker runs for this many days, somewhere in the weeks. */
  outageDays: number;
  /** One provider is away for this many days. */
  providerOutageDays: number;
  /** Share of people who go through a change: leaving, a moved date, another mentor, another version, a lost account. */
  upheaval: number;
  /** How wrong the clocks of the workers are, in ms; the database's, which decides, is right. */
  skews: readonly number[];
}

export interface Outage {
  /** A route, or `workers`. */
  of: string;
  from: Instant;
  until: Instant;
}

export interface World {
  settings: SimulationSettings;
  faults: Faults;
  random: Random;
  people: Map<string, SimulatedPerson>;
  enrolments: Map<string, SimulatedEnrolment>;
  superiorOf: Map<string, string>;
  hr: readonly string[];
  definitions: Record<VersionId, PlanDefinition>;
  environment: Omit<Environment, 'now'>;
  startAt: Instant;
  endAt: Instant;
  outages: Outage[];
  /** What happens to people, in order of time. */
  acts: { at: Instant; enrolmentId: string; act: (now: Instant) => NewEvent[] }[];
}

const QUIET_WORLD: Faults = {
  provider: NO_FAULTS,
  crash: 0,
  outageDays: 0,
  providerOutageDays: 0,
  upheaval: 0,
  skews: [0],
};

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const VERSIONS = ['v1', 'v2'] as const;

/** People, their mentors, and everything that will happen to them; all of it from the seed. */
export function createWorld(settings: SimulationSettings): World {
  const { seed, people: count, weeks, definition, conduct } = settings;
  const random = seededRandom(seed);
  const faults = { ...QUIET_WORLD, ...settings.faults };
  const zones = settings.zones ?? ['Asia/Shanghai'];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const startsOn = settings.startsOn ?? mondayOf(addDays('2025-09-15', Math.floor(random() * 300)));
  const startAt = addMs(instantAt(startsOn, '00:00', 'UTC'), -3 * 86_400_000);
  const endAt = addMs(startAt, (weeks * 7 + 25 + faults.outageDays + faults.providerOutageDays) * 86_400_000);
  const people = new Map<string, SimulatedPerson>();
  const person = (id: string): string => {
    people.set(id, {
      id,
      name: `${pick(SURNAMES)}${id}`,
      zone: pick(zones),
      language: random() < 0.7 ? 'zh-CN' : 'en',
    });
    return id;
  };
  const many = (n: number, kind: string): string[] => Array.from({ length: n }, (_, i) => person(`${kind}-${i}`));
  const mentors = many(Math.max(1, Math.ceil(count / 10)), 'mentor');
  const superiors = many(Math.max(1, Math.ceil(count / 20)), 'superior');
  const hr = many(2, 'hr');

  const definitions: Record<VersionId, PlanDefinition> = { v1: definition, v2: laterVersion(definition) };
  const environment = {
    calendars: { cn: cnCalendar },
    workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
  };
  const world: World = {
    settings,
    faults,
    random,
    people,
    enrolments: new Map(),
    superiorOf: new Map(),
    hr,
    definitions,
    environment,
    startAt,
    endAt,
    outages: [],
    acts: [],
  };
  for (let i = 0; i < count; i++) {
    const learnerId = person(`learner-${i}`);
    const pace = paceOf(conduct, seed, learnerId);
    const sample = { learner: learnerId, reviewer: 'hr-0' };
    const behaviours = Object.fromEntries(
      VERSIONS.map((version) => [version, paced(definitions[version] as PlanDefinition, sample, pace)]),
    );
    const enrolment = new SimulatedEnrolment(
      `enrolment-${i}`,
      learnerId,
      startAt,
      definitions,
      (version) => behaviours[version] as NonNullable<(typeof behaviours)[string]>,
      environment,
    );
    // One in twenty has nobody to ask.
    const mentorId = random() < 0.05 ? undefined : pick(mentors);
    const zone = people.get(learnerId)?.zone ?? 'UTC';
    enrolment.record(
      [
        {
          type: 'enrolled',
          actor: 'system',
          occurredAt: startAt,
          data: { versionId: 'v1', startsOn, zone, facts: {}, ...(mentorId ? { mentorId } : {}) },
        },
      ],
      startAt,
    );
    world.enrolments.set(enrolment.id, enrolment);
    world.superiorOf.set(enrolment.id, pick(superiors));
    if (random() < faults.upheaval) world.acts.push(upheavalOf(world, enrolment, mentors));
  }
  world.acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return world;
}

function upheavalOf(world: World, enrolment: SimulatedEnrolment, mentors: readonly string[]): World['acts'][number] {
  const { random, startAt, settings, people } = world;
  const at = addMs(startAt, Math.floor((4 + random() * (settings.weeks * 7 - 6)) * 1440) * 60_000);
  const draw = Math.floor(random() * 6);
  const base = { actor: 'hr-0', occurredAt: at } as const;
  const act = (now: Instant): NewEvent[] => {
    const { evaluation } = enrolment;
    switch (draw) {
      case 0:
        return [{ ...base, occurredAt: now, type: 'cancelled', data: { reason: 'left' } }];
      case 1:
        return [{ ...base, occurredAt: now, type: 'mentorAssigned', data: { personId: mentors[0] ?? 'mentor-0' } }];
      case 2: {
        const open = evaluation?.items.find(({ state, dueAt }) => state === 'AVAILABLE' && dueAt !== undefined);
        if (!open?.dueAt) return [];
        const due = addMs(open.dueAt > now ? open.dueAt : now, 5 * 86_400_000);
        return [{ ...base, occurredAt: now, type: 'dueChanged', data: { itemKey: open.key, reason: 'ill', at: due } }];
      }
      case 3: {
        const learner = people.get(enrolment.learnerId);
        if (learner) learner.revokedAt = now;
        return [{ ...base, occurredAt: now, type: 'cancelled', data: { reason: 'account closed' } }];
      }
      case 4:
        return [{ ...base, occurredAt: now, type: 'paused', data: { reason: 'leave' } }];
      default:
        return migration(world, enrolment, now);
    }
  };
  return { at, enrolmentId: enrolment.id, act };
}

function migration(
  { definitions, environment }: World,
  { id, events }: { id: string; events: readonly EnrolmentEvent[] },
  now: Instant,
): NewEvent[] {
  const version = (versionId: string) => ({ versionId, definition: definitions[versionId] as PlanDefinition });
  const [effect] = previewMigration(
    version('v1'),
    version('v2'),
    { migrationId: `move-${id}`, actor: 'hr-0' },
    [{ id, events }],
    { ...environment, now },
    definitions,
  );
  return effect?.event ? [effect.event] : [];
}

/** The same plan with the last stage's first item due earlier, another notice before due dates, and no weekly list. */
function laterVersion(definition: PlanDefinition): PlanDefinition {
  return {
    ...definition,
    reminders: (definition.reminders ?? [])
      .filter(({ use }) => use !== 'core/weekly')
      .map((reminder) =>
        reminder.use === 'core/before-due'
          ? { ...reminder, key: 'before-due-2', with: { ...reminder.with, days: 2 } }
          : reminder,
      ),
  };
}

/** The hours of a recipient, by the workspace's settings. */
export function hoursOf(zone: Zone) {
  const { quietFrom, quietUntil, workingDaysOnly, slots } = DEFAULT_SETTINGS;
  return { zone, quiet: { from: quietFrom, until: quietUntil }, workingDaysOnly, slots, calendar: cnCalendar };
}

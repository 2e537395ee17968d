import { createHash } from 'node:crypto';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { Environment, ProgressFigures, VersionId } from '@planwright/schema/engine';
import {
  addTotals,
  type ChangeTotal,
  type MigrationEffect,
  type NewEventOf,
  previewMigration,
  type RecordedEnrolment,
  shownText,
  totalChanges,
} from '@planwright/schema/migration';
import type { MigrationRequest } from '../../plans/index.js';
import { eventsOf } from './events-of.js';

/** Both ends of a migration. */
export interface MigrationEnds {
  from: { versionId: VersionId; definition: PlanDefinition };
  to: { versionId: VersionId; definition: PlanDefinition };
}

/** Everything that what would happen to these people depends on; plain values, so that a thread can be asked. */
export interface PartQuestion {
  request: MigrationRequest;
  ends: MigrationEnds;
  /** Every version that their histories name. */
  definitions: Record<VersionId, PlanDefinition>;
  settings: { migrationId: string; actor: string };
  environment: Environment;
  people: readonly Candidate[];
  /** The run wants the events of those who move, the preview only what they do. */
  withEvents: boolean;
}

export interface Candidate {
  enrolmentId: string;
  history: string;
  inRunningExperiment: boolean;
}

export interface ForeseenPart {
  people: ForeseenPerson[];
  /** What is shown of a person, by `ForeseenPerson.shown`: many may share it. */
  shown: string[];
  totals: ChangeTotal[];
  before: MigrationFigures;
  after: MigrationFigures;
  /** Stands for who is in it and what is shown of each. */
  digest: string;
}

export interface ForeseenPerson {
  enrolmentId: string;
  effect: MigrationEffect['effect'];
  ended: boolean;
  shown: number;
  event?: NewEventOf<'migrated'>;
}

export interface MigrationFigures {
  done: number;
  needed: number;
  overdue: number;
}

/** What moving would do to each person of a part. Pure; the preview and the run both ask it. */
export function foreseePart(question: PartQuestion): ForeseenPart {
  const { effects, of } = distinctEffects(question);
  const shown = effects.map(shownText);
  const totals = effects.map((effect) => totalChanges([effect]));
  const digest = createHash('sha256');
  const before = { done: 0, needed: 0, overdue: 0 };
  const after = { done: 0, needed: 0, overdue: 0 };
  const people = question.people.map(({ enrolmentId }, position): ForeseenPerson => {
    const index = of[position] ?? 0;
    const effect = effects[index];
    if (!effect) throw new Error('a preview leaves nobody out');
    addFigures(before, effect.progress?.before);
    addFigures(after, effect.progress?.after);
    digest.update(`${enrolmentId} ${shown[index]}\n`);
    const person = { enrolmentId, effect: effect.effect, ended: effect.ended ?? false, shown: index };
    return question.withEvents && effect.event ? { ...person, event: effect.event } : person;
  });
  return {
    people,
    shown,
    totals: addTotals(of.map((index) => totals[index] ?? [])),
    before,
    after,
    digest: digest.digest('hex'),
  };
}

/** Who has the same history fares the same, since it is all that is known of a person: each is evaluated once. */
function distinctEffects({ request, ends, definitions, settings, environment, people }: PartQuestion) {
  const leftOut = new Set(request.leaveOut);
  const positions = new Map<string, number>();
  const distinct: RecordedEnrolment[] = [];
  const of = people.map(({ enrolmentId: id, history, inRunningExperiment }) => {
    const key = `${inRunningExperiment} ${leftOut.has(id)} ${history}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, distinct.length);
    // Read when their turn comes: events of all of them at once would be a lot to keep.
    const person = {
      id,
      inRunningExperiment,
      get events() {
        return eventsOf(history);
      },
    };
    return distinct.push(person) - 1;
  });
  const { mapping, dates, newItems, ended, leaveOut = [] } = request;
  const all = { ...settings, mapping, dates, newItems, ended, leaveOut };
  return { effects: previewMigration(ends.from, ends.to, all, distinct, environment, definitions), of };
}

function addFigures(sum: MigrationFigures, progress: ProgressFigures | undefined): void {
  if (!progress) return;
  sum.done += progress.completion.count;
  sum.needed += progress.completion.of;
  sum.overdue += progress.overdue;
}

import { randomBytes } from 'node:crypto';
import { canonicalJson } from '@planwright/schema/definition';
import { type PlainDate, plainDateIn } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { notFound, type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { isPlausibleStart } from '../enrolments/index.js';
import { type Metric, readMetrics } from '../outcomes/index.js';
import { findPlan, findVersions, type VersionRecord } from '../plans/index.js';
import { type AllocationMethod, type ArmWeight, allocate, type Roster, sha256 } from '../statistics/index.js';
import type { AllocationUnit } from './analysis/experiment-data.js';
import { registeredMethod } from './analysis/registered-method.js';
import { type Candidate, readCandidates, rosterOf } from './candidates.js';
import { insertMembers, type RegisteredMeasure, type Stratum } from './experiment-records.js';
import { say } from './generated/messages.js';

export interface CreateExperiment {
  name: string;
  hypothesis: string;
  planKey: string;
  /** The first is the reference. */
  versionIds: string[];
  weights?: number[];
  metricKey: string;
  smallestEffect: number;
  personIds: string[];
  /** Mentors by person, where they are to be others than before. */
  mentors: ReadonlyMap<string, string>;
  cohortName: string;
  startsOn: PlainDate;
  strata: Stratum[];
  unit: AllocationUnit;
  seed?: string;
  analysisOn: PlainDate;
  /** Declared with the primary metric; both kinds are corrected for how many they are. */
  measures: RegisteredMeasure[];
}

const MOST_PEOPLE = 500;
/** Up to here people are matched by their baseline before they are drawn; blocks would balance too little. */
const MOST_PAIRED = 30;

const INSERT_EXPERIMENT_ARM = statement(
  {},
  `insert into experiment_arm (workspace_id, experiment_id, position, key, plan_version_id, weight)
     select $1::uuid, $2::uuid, a.position, a.key, a."versionId", a.weight
     from jsonb_to_recordset($3::jsonb) as a(position int, key text, "versionId" uuid, weight int)`,
);

/**
 * Writes down what is asked before anything is known, and draws everybody for a version. The drawing follows from seed and
 * roster alone, so that anybody can do it again.
 */
export async function createExperiment(act: Act, input: CreateExperiment): Promise<Outcome<{ experimentId: string }>> {
  const { tx, viewer, language, now } = act;
  const plan = await findPlan(tx, input.planKey);
  if (!plan) throw notFound(act);
  const today = plainDateIn(now, viewer.workspace.timeZone);
  const plain = plainErrors(act, input, today);
  const metrics = new Map((await readMetrics(tx, viewer.workspace.id)).map((known) => [known.key, known]));
  const metric = metrics.get(input.metricKey);
  if (!metric) plain.push(userError('INVALID', say('noSuchMetric', { key: input.metricKey }), language, ['metricKey']));
  plain.push(...measureErrors(act, input, metrics));
  if (plain.length > 0 || !metric) return refused(...plain);
  const versions = await versionsOf(act, plan.id, input.versionIds);
  if ('code' in versions) return refused(versions);
  const people = await readCandidates(act, input.personIds, { ...input, planId: plan.id, today });
  const errors = people.flatMap((person, i) => personErrors(act, person, i, input.unit));
  if (errors.length > 0) return refused(...errors);

  const roster = rosterOf(people, input.strata, input.unit);
  const arms = versions.map(({ number }, i): ArmWeight => ({ key: `v${number}`, weight: input.weights?.[i] ?? 1 }));
  const units = input.unit === 'PERSON' ? roster.length : new Set(roster.map(({ cluster }) => cluster)).size;
  if (units < arms.length)
    return refused(userError('INVALID', say('fewUnits', { units, arms: arms.length }), language, ['unit']));
  const seed = input.seed ?? randomBytes(16).toString('hex');
  const allocation = allocate(roster, arms, { seed, method: methodFor(input.unit, roster, arms) });
  const registration = {
    hypothesis: input.hypothesis.trim(),
    metric: input.metricKey,
    smallestEffect: input.smallestEffect,
    versions: versions.map(({ number, contentHash }) => ({ number, contentHash })),
    unit: input.unit,
    strata: input.strata,
    measures: input.measures,
    method: registeredMethod(input.unit, metric.scale, input.versionIds.length),
    algorithm: allocation.algorithm,
    rosterDigest: allocation.rosterDigest,
    seedHash: sha256(seed),
    startsOn: input.startsOn,
    analysisOn: input.analysisOn,
    registeredAt: now,
  };
  await tx.becomeWorker();
  const row = await tx.row(INSERT, [
    viewer.workspace.id,
    plan.id,
    input.name.trim(),
    registration.hypothesis,
    input.metricKey,
    input.smallestEffect,
    input.unit,
    input.strata,
    seed,
    registration.seedHash,
    JSON.stringify(roster),
    allocation.rosterDigest,
    JSON.stringify(allocation),
    JSON.stringify(registration),
    sha256(canonicalJson(registration)),
    input.cohortName.trim(),
    input.startsOn,
    input.analysisOn,
    now,
    viewer.personId,
    JSON.stringify(input.measures),
  ]);
  if (!row) throw new Error('an experiment was inserted but not answered');
  await tx.rows(INSERT_EXPERIMENT_ARM, [
    viewer.workspace.id,
    row.id,
    JSON.stringify(arms.map((arm, position) => ({ ...arm, position, versionId: versions[position]?.id }))),
  ]);
  const mentorOf = new Map(people.map(({ id, mentorId }) => [id, mentorId]));
  await insertMembers(
    tx,
    { workspaceId: viewer.workspace.id, experimentId: row.id, now },
    roster.map(({ id, stratum, cluster, baseline }) => ({
      personId: id,
      arm: allocation.assignments[id] ?? '',
      stratum: stratum ?? null,
      cluster: cluster ?? null,
      baseline: baseline ?? null,
      mentorId: mentorOf.get(id) ?? null,
      late: false,
    })),
  );
  await audited(act, {
    action: 'createExperiment',
    subject: `Experiment:${row.id}`,
    detail: { people: roster.length, registration: sha256(canonicalJson(registration)) },
  });
  return done({ experimentId: row.id });
}

const INSERT = statement(
  { id: 'uuid' },
  `
insert into experiment (workspace_id, plan_id, name, hypothesis, metric_key, smallest_effect, unit, strata, status, seed,
  seed_hash, roster, roster_digest, allocation, registration, registration_hash, cohort_name, starts_on, analysis_on,
  created_at, created_by, measures)
values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::text[], 'DESIGNED', $9, $10, $11::jsonb, $12, $13::jsonb, $14::jsonb, $15,
  $16, $17::date, $18::date, $19::timestamptz, $20::uuid, $21::jsonb)
returning id`,
);

/** Whole clusters where those are the unit; few people in pairs by their baseline, where there is one; else blocks. */
export function methodFor(
  unit: AllocationUnit,
  roster: readonly Roster[],
  arms: readonly ArmWeight[],
): AllocationMethod {
  if (unit !== 'PERSON') return 'CLUSTERS';
  const isEven = new Set(arms.map(({ weight }) => weight)).size === 1;
  const isMatched = roster.some(({ baseline }) => baseline !== undefined);
  return roster.length <= MOST_PAIRED && isEven && isMatched ? 'PAIRS' : 'BLOCKS';
}

function plainErrors({ language }: Act, input: CreateExperiment, today: PlainDate): UserErrorData[] {
  const { name, hypothesis, cohortName, versionIds, weights, personIds, smallestEffect, seed } = input;
  const errors: UserErrorData[] = [];
  const check = (fits: boolean, sentence: Text, path: string) => {
    if (!fits) errors.push(userError('INVALID', sentence, language, [path]));
  };
  const isText = (text: string, most: number) => text.trim() !== '' && text.length <= most;
  check(isText(name, 200), say('nameMissing'), 'name');
  check(isText(cohortName, 200), say('nameMissing'), 'cohortName');
  check(isText(hypothesis, 2000), say('hypothesisMissing'), 'hypothesis');
  const areVersions =
    versionIds.length >= 2 && versionIds.length <= 4 && new Set(versionIds).size === versionIds.length;
  check(areVersions, say('badVersions'), 'versionIds');
  const isWeight = (weight: number) => Number.isInteger(weight) && weight >= 1 && weight <= 100;
  check(!weights || (weights.length === versionIds.length && weights.every(isWeight)), say('badWeights'), 'weights');
  check(input.unit === 'PERSON' || new Set(weights ?? []).size <= 1, say('evenWeights'), 'weights');
  check(Number.isFinite(smallestEffect) && smallestEffect > 0, say('badEffect'), 'smallestEffect');
  const arePeople = personIds.length >= 2 && personIds.length <= MOST_PEOPLE;
  check(arePeople && new Set(personIds).size === personIds.length, say('badPeople'), 'personIds');
  check(seed === undefined || isText(seed, 200), say('badSeed'), 'seed');
  check(isPlausibleStart(input.startsOn), say('badStart'), 'startsOn');
  check(input.analysisOn > input.startsOn && input.analysisOn > today, say('badAnalysis'), 'analysisOn');
  return errors;
}

const MOST_MEASURES = 5;

function measureErrors(
  { language }: Act,
  { measures, metricKey }: CreateExperiment,
  metrics: ReadonlyMap<string, Metric>,
): UserErrorData[] {
  const pathOf = ({ role }: RegisteredMeasure) => (role === 'GUARDRAIL' ? 'guardrails' : 'secondaryMetrics');
  const keys = [metricKey, ...measures.map(({ metric }) => metric)];
  const tooMany = Object.values(Object.groupBy(measures, ({ role }) => role)).find((own) => own.length > MOST_MEASURES);
  const twice = measures.find(({ metric }, i) => keys.indexOf(metric) <= i);
  const odd = tooMany?.[0] ?? twice;
  return [
    ...(odd ? [userError('INVALID', say('badMeasures'), language, [pathOf(odd)])] : []),
    ...measures.flatMap((measure) => {
      const { metric, margin, role } = measure;
      if (!metrics.has(metric))
        return [userError('INVALID', say('noSuchMetric', { key: metric }), language, [pathOf(measure)])];
      const isMargin = margin !== null && Number.isFinite(margin) && margin > 0;
      return role === 'GUARDRAIL' && !isMargin
        ? [userError('INVALID', say('badMargin'), language, ['guardrails'])]
        : [];
    }),
  ];
}

async function versionsOf(
  act: Act,
  planId: string,
  versionIds: readonly string[],
): Promise<VersionRecord[] | UserErrorData> {
  const found = await findVersions(act.tx, versionIds);
  const versions = versionIds.flatMap((id) => found.find((version) => version.id === id) ?? []);
  if (versions.length < versionIds.length) throw notFound(act);
  if (versions.some((version) => version.planId !== planId))
    return userError('INVALID', say('badVersions'), act.language, ['versionIds']);
  const retired = versions.find(({ status }) => status !== 'PUBLISHED');
  if (!retired) return versions;
  return userError('NOT_NOW', say('notPublished', { number: retired.number }), act.language, ['versionIds']);
}

function personErrors({ language }: Act, person: Candidate, index: number, unit: AllocationUnit): UserErrorData[] {
  const bad = (sentence: Text) => [userError('INVALID', sentence, language, ['personIds', String(index)])];
  if (!person.active) return bad(say('notActive', { name: person.name }));
  if (person.engaged) return bad(say('inAnother', { name: person.name }));
  if (person.runsIn !== null) return bad(say('inSamePlan', { name: person.name, cohort: person.runsIn }));
  return unit === 'MENTOR' && person.mentorId === null ? bad(say('noMentor', { name: person.name })) : [];
}

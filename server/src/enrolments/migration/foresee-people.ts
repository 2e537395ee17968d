import { createHash } from 'node:crypto';
import { canonicalJson, contentHash, itemsOf, type PlanDefinition, type Problem } from '@planwright/schema/definition';
import type { Environment } from '@planwright/schema/engine';
import {
  addTotals,
  type ChangeTotal,
  completeMapping,
  type MigrationEffect,
  type ShownEffect,
  shownEffect,
} from '@planwright/schema/migration';
import type { LocalizedText } from '@planwright/schema/text';
import type { Tx } from '../../database/index.js';
import type { MigrationRequest } from '../../plans/index.js';
import type { MigrationDeps } from '../enrolment-deps.js';
import type { ForeseenPart, ForeseenPerson, MigrationEnds, MigrationFigures } from './foresee-part.js';
import { readHistories } from './read-histories.js';

/** People whose histories are read at once and foreseen by one thread: the others go on meanwhile. */
const PART = 250;

/** What a migration is about; `settings` tells who moves which people. */
export interface Move {
  request: MigrationRequest;
  ends: MigrationEnds;
  settings: { migrationId: string; actor: string };
  environment: Environment;
  /** In the order of ids. */
  enrolmentIds: readonly string[];
  withEvents: boolean;
}

export interface Foreseen {
  /** In the order of enrolment ids. */
  people: readonly Person[];
  totals: ChangeTotal[];
  /** How everybody who moves stands before and after, added up. */
  before: MigrationFigures;
  after: MigrationFigures;
  /** Items of the old version that have no counterpart. */
  unmapped: string[];
  /** What is wrong with the mapping; then nobody moves. */
  problems: Problem[];
  /** Of the items of both versions, for sentences. */
  titles: ReadonlyMap<string, LocalizedText>;
  /** Stands for the input and all its effects: a run must give exactly this. */
  hash: string;
}

export type Person = Omit<ForeseenPerson, 'shown'> & { shown(): ShownEffect };

/** Parts that are computed while, and after, the transaction reads the next ones. */
export interface Foreseeing {
  move: Move;
  parts: Promise<ForeseenPart>[];
}

/**
 * Reads what is recorded of everybody and has threads foresee it, part by part. Whoever waits for the parts outside the
 * transaction gives the connection back before they are computed.
 */
export async function beginForeseeing(
  tx: Tx,
  { progress, runningExperiments, foresight }: MigrationDeps,
  move: Move,
): Promise<Foreseeing> {
  const { enrolmentIds, ...rest } = move;
  const { problems } = completeMapping(move.ends.from.definition, move.ends.to.definition, move.request.mapping);
  if (problems.length > 0) return { move, parts: [] };
  const held = await runningExperiments(tx, enrolmentIds);
  const parts: Promise<ForeseenPart>[] = [];
  for (let start = 0; start < enrolmentIds.length; start += PART) {
    const histories = await readHistories(tx, enrolmentIds.slice(start, start + PART));
    const definitions = await progress.definitions.load(
      tx,
      histories.flatMap(({ versions }) => versions),
    );
    const people = histories.map(({ enrolmentId, text: history }) => ({
      enrolmentId,
      history,
      inRunningExperiment: held.has(enrolmentId),
    }));
    const part = foresight.run('foreseePart', { ...rest, definitions, people });
    // Told to whoever waits for all of them; one that fails while others are still read must not end the process.
    part.catch(() => undefined);
    parts.push(part);
  }
  return { move, parts };
}

/** What the parts come to together. */
export async function foreseen({ move: { request, ends }, parts }: Foreseeing): Promise<Foreseen> {
  const { unmapped, problems } = completeMapping(ends.from.definition, ends.to.definition, request.mapping);
  const done = await Promise.all(parts);
  const { fromVersionId, mapping, dates, newItems, ended } = request;
  // A draft has no id yet when its migration is previewed: its content stands for it.
  const to = contentHash(ends.to.definition);
  const content = { fromVersionId, to, mapping, dates, newItems, ended, effects: done.map(({ digest }) => digest) };
  return {
    people: done.flatMap(({ people, shown }) =>
      people.map(({ shown: index, ...person }) => ({ ...person, shown: () => shownEffect(shown[index] ?? '') })),
    ),
    totals: addTotals(done.map(({ totals }) => totals)),
    before: sumOf(done.map(({ before }) => before)),
    after: sumOf(done.map(({ after }) => after)),
    unmapped,
    problems,
    titles: titlesOf(ends.to.definition, ends.from.definition),
    hash: problems.length > 0 ? '' : createHash('sha256').update(canonicalJson(content)).digest('hex'),
  };
}

/** Nobody moves, because the target cannot be moved to. */
export const nobodyMoves = (problems: Problem[]): Foreseen => ({
  people: [],
  totals: [],
  before: NONE,
  after: NONE,
  unmapped: [],
  problems,
  titles: new Map(),
  hash: '',
});

export const countOf = (people: readonly Person[], effect: MigrationEffect['effect']): number =>
  people.filter((one) => one.effect === effect).length;

const NONE: MigrationFigures = { done: 0, needed: 0, overdue: 0 };

const sumOf = (parts: readonly MigrationFigures[]): MigrationFigures =>
  parts.reduce(
    (sum, part) => ({
      done: sum.done + part.done,
      needed: sum.needed + part.needed,
      overdue: sum.overdue + part.overdue,
    }),
    NONE,
  );

export function definitionIn(definitions: Record<string, PlanDefinition>, versionId: string): PlanDefinition {
  const definition = definitions[versionId];
  if (!definition) throw new Error(`definition of version ${versionId} is missing`);
  return definition;
}

/** Titles of both versions, the new one's first. */
function titlesOf(...definitions: PlanDefinition[]): Map<string, LocalizedText> {
  const titles = new Map<string, LocalizedText>();
  for (const definition of definitions) {
    for (const { item } of itemsOf(definition)) if (!titles.has(item.key)) titles.set(item.key, item.title);
  }
  return titles;
}

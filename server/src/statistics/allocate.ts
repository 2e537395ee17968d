import { GENERATOR, Random } from './random.js';
import { sha256 } from './sha256.js';

export interface Roster {
  id: string;
  stratum?: string;
  cluster?: string;
  baseline?: number;
}
export interface ArmWeight {
  key: string;
  weight: number;
}
export type AllocationMethod = 'BLOCKS' | 'PAIRS' | 'CLUSTERS';
export interface Allocation {
  /** Arm by person. */
  assignments: Record<string, string>;
  /** Method, arms with weights, generator: with seed and roster all that a new drawing needs. */
  algorithm: string;
  /** SHA-256 of the ordered roster. */
  rosterDigest: string;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Draws arms for a roster, the same for the same seed, whatever the order in which people are named.
 * BLOCKS: permuted blocks in each stratum, of the smallest size that holds the weights, so sizes differ by one at most.
 * PAIRS: neighbours by baseline in each stratum get different arms (as many to a group as there are arms).
 * CLUSTERS: whole clusters, neighbours by size get different arms; a person without one is a cluster alone.
 * @throws RangeError for people or arms named twice, weights that are no whole positive numbers, unequal weights but in BLOCKS
 */
export function allocate(
  roster: readonly Roster[],
  arms: readonly ArmWeight[],
  options: { seed: string; method: AllocationMethod },
): Allocation {
  requireArms(arms, options.method);
  const people = [...roster].sort(byId);
  for (const [i, person] of people.entries())
    if (people[i - 1]?.id === person.id) throw new RangeError(`“${person.id}” stands in the roster twice`);
  const algorithm = `${options.method}/1 ${arms.map(({ key, weight }) => `${encodeURIComponent(key)}:${weight}`).join(',')} ${GENERATOR}`;
  const assigned = draw(people, arms, options);
  return {
    assignments: Object.fromEntries(people.map(({ id }) => [id, assigned.get(id) as string])),
    algorithm,
    rosterDigest: rosterDigest(people),
  };
}

export const rosterDigest = (roster: readonly Roster[]): string =>
  sha256(
    JSON.stringify(
      [...roster]
        .sort(byId)
        .map(({ id, stratum, cluster, baseline }) => [id, stratum ?? null, cluster ?? null, baseline ?? null]),
    ),
  );

/** Arm of the `index`-th person (from 0) of a stratum under BLOCKS: late joiners continue where the roster ended. */
export function armInBlocks(arms: readonly ArmWeight[], seed: string, stratum: string, index: number): string {
  const random = streamOf(seed, 'BLOCKS', stratum);
  const size = blockOf(arms).length;
  let block = random.shuffle(blockOf(arms));
  for (let done = size; done <= index; done += size) block = random.shuffle(blockOf(arms));
  return block[index % size] as string;
}

/** Method and arms of an `algorithm`, for drawing it again. */
export function parseAlgorithm(algorithm: string): { method: AllocationMethod; arms: ArmWeight[] } {
  const match = /^(BLOCKS|PAIRS|CLUSTERS)\/1 (\S+) (\S+)$/.exec(algorithm);
  if (!match || match[3] !== GENERATOR) throw new RangeError(`“${algorithm}” was drawn by other code than this`);
  const arms = (match[2] as string).split(',').map((part) => {
    const [key = '', weight = ''] = part.split(':');
    return { key: decodeURIComponent(key), weight: Number(weight) };
  });
  return { method: match[1] as AllocationMethod, arms };
}

const streamOf = (seed: string, method: AllocationMethod, part: string): Random =>
  new Random(JSON.stringify([seed, method, part]));

export function draw(
  people: readonly Roster[],
  arms: readonly ArmWeight[],
  { seed, method }: { seed: string; method: AllocationMethod },
): Map<string, string> {
  switch (method) {
    case 'BLOCKS':
      return drawBlocks(people, arms, seed);
    case 'PAIRS':
      return drawPairs(people, arms, seed);
    case 'CLUSTERS':
      return drawClusters(people, arms, seed);
  }
}

function drawBlocks(people: readonly Roster[], arms: readonly ArmWeight[], seed: string): Map<string, string> {
  const assigned = new Map<string, string>();
  for (const [stratum, members] of grouped(people, (person) => person.stratum ?? '')) {
    const random = streamOf(seed, 'BLOCKS', stratum);
    let block: string[] = [];
    for (const [i, { id }] of members.entries()) {
      const size = blockOf(arms).length;
      if (i % size === 0) block = random.shuffle(blockOf(arms));
      assigned.set(id, block[i % size] as string);
    }
  }
  return assigned;
}

function drawPairs(people: readonly Roster[], arms: readonly ArmWeight[], seed: string): Map<string, string> {
  const byBaseline = (a: Roster, b: Roster) =>
    (a.baseline ?? Number.POSITIVE_INFINITY) - (b.baseline ?? Number.POSITIVE_INFINITY) || byId(a, b);
  const order = (list: readonly Roster[]) =>
    [...list].sort((a, b) => (a.baseline === b.baseline ? byId(a, b) : byBaseline(a, b)));
  const assigned = new Map<string, string>();
  const left: Roster[] = [];
  const assignGroup = (group: readonly Roster[], random: Random) => {
    const keys = random.shuffle(arms.map(({ key }) => key));
    for (const [i, { id }] of group.entries()) assigned.set(id, keys[i] as string);
  };
  for (const [stratum, members] of grouped(people, (person) => person.stratum ?? '')) {
    const random = streamOf(seed, 'PAIRS', stratum);
    const sorted = order(members);
    const whole = sorted.length - (sorted.length % arms.length);
    for (let i = 0; i < whole; i += arms.length) assignGroup(sorted.slice(i, i + arms.length), random);
    left.push(...sorted.slice(whole));
  }
  // People without a neighbour left in the stratum are matched across strata.
  const random = streamOf(seed, 'PAIRS', '\u0000left');
  const sorted = order(left);
  for (let i = 0; i < sorted.length; i += arms.length) assignGroup(sorted.slice(i, i + arms.length), random);
  return assigned;
}

function drawClusters(people: readonly Roster[], arms: readonly ArmWeight[], seed: string): Map<string, string> {
  const clusters = [...grouped(people, clusterOf)]
    .map(([key, members]) => ({ id: key, members }))
    .sort((a, b) => b.members.length - a.members.length || byId(a, b));
  const random = streamOf(seed, 'CLUSTERS', '');
  const assigned = new Map<string, string>();
  for (let i = 0; i < clusters.length; i += arms.length) {
    const keys = random.shuffle(arms.map(({ key }) => key));
    for (const [k, { members }] of clusters.slice(i, i + arms.length).entries())
      for (const { id } of members) assigned.set(id, keys[k] as string);
  }
  return assigned;
}

/** A person without a cluster is one alone; the prefix keeps their id apart from names of clusters. */
export const clusterOf = ({ id, cluster }: Roster): string =>
  cluster === undefined ? `person:${id}` : `cluster:${cluster}`;

function grouped(people: readonly Roster[], keyOf: (person: Roster) => string): Map<string, Roster[]> {
  const groups = new Map<string, Roster[]>();
  for (const person of people) {
    const key = keyOf(person);
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The arms as often as their weights, divided by what all weights share. */
function blockOf(arms: readonly ArmWeight[]): string[] {
  const divisor = arms.reduce((common, { weight }) => gcd(common, weight), 0);
  return arms.flatMap(({ key, weight }) => new Array<string>(weight / divisor).fill(key));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function requireArms(arms: readonly ArmWeight[], method: AllocationMethod): void {
  if (arms.length < 2) throw new RangeError('an allocation needs two arms');
  if (new Set(arms.map(({ key }) => key)).size < arms.length) throw new RangeError('two arms have the same key');
  for (const { key, weight } of arms)
    if (!Number.isInteger(weight) || weight < 1 || weight > 100)
      throw new RangeError(`the weight of “${key}” is ${weight}, not a whole number from 1 to 100`);
  if (method !== 'BLOCKS' && new Set(arms.map(({ weight }) => weight)).size > 1)
    throw new RangeError(`${method} needs arms of equal weight; use BLOCKS`);
}

/** What the page shows of a report's manifest. It comes as JSON, so each part is looked at before it is used. */
export interface Manifest {
  engineVersion: string | undefined;
  dataCutoff: string | undefined;
  timeZone: string | undefined;
  versions: { number: number; contentHash: string }[];
  exclusions: { reason: string; n: number }[];
  queries: { name: string; rowCount: number; resultSha256: string }[];
  targets: Partial<Record<string, number>>;
  seed: string | undefined;
  seedSha256: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const fieldsIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** Parts that are missing or not what they should be are left out. */
export function readManifest(json: unknown): Manifest {
  const manifest = isFields(json) ? json : {};
  const allocation = isFields(manifest.allocation) ? manifest.allocation : {};
  const targets = isFields(manifest.targets) ? Object.entries(manifest.targets) : [];
  return {
    engineVersion: text(manifest.engineVersion),
    dataCutoff: text(manifest.dataCutoff),
    timeZone: text(manifest.timeZone),
    versions: fieldsIn(manifest.planVersions).flatMap(({ number, contentHash }) =>
      typeof number === 'number' && typeof contentHash === 'string' ? [{ number, contentHash }] : [],
    ),
    exclusions: fieldsIn(manifest.exclusions).flatMap(({ reason, n }) =>
      typeof reason === 'string' && typeof n === 'number' ? [{ reason, n }] : [],
    ),
    queries: fieldsIn(manifest.queries).flatMap(({ name, rowCount, resultSha256 }) =>
      typeof name === 'string' && typeof rowCount === 'number' && typeof resultSha256 === 'string'
        ? [{ name, rowCount, resultSha256 }]
        : [],
    ),
    targets: Object.fromEntries(targets.filter((entry): entry is [string, number] => typeof entry[1] === 'number')),
    seed: text(allocation.seed),
    seedSha256: text(allocation.seedSha256),
  };
}

/** The target of a share of the process, where the organisation asks for one. */
export function targetOf(manifest: Manifest, key: string): number | undefined {
  return manifest.targets[key === 'feedbackGiven' ? 'feedback' : key];
}

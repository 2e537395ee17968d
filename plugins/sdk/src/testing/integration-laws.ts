import { configSchemaOf, secretNamesOf } from '../build/config-schema.js';
import { configVersionOf } from '../build/describe.js';
import type { HttpResponse } from '../context.js';
import type { Plugin } from '../plugin.js';
import { Bench, type IntegrationFixture } from './bench.js';
import type { Cassette } from './cassette.js';
import { type Law, must } from './law.js';
import { acceptedMutant, refusalOf } from './mutants.js';
import type { FakeService } from './service.js';

export interface CommonFixture extends IntegrationFixture {
  /** A fresh fake for each law. */
  service(): FakeService;
  /** A fake that accepts the secret and lacks a right, with the name that the report must show. */
  missingScope?: { service(): FakeService; scope: string };
  /** Recorded answers for `classify`, beside the usual faults. */
  cassettes?: readonly Cassette[];
  /** Settings as older versions stored them, secrets included. */
  olderConfigs?: readonly { version: number; config: Record<string, unknown> }[];
}

export interface CommonSubject {
  plugin: Plugin;
  fixture: CommonFixture;
  /** Does everything once, through this bench; what it gives or throws is looked at for secrets. */
  exercise(bench: Bench): Promise<unknown>;
}

const VERDICTS = ['ok', 'throttled', 'transient', 'auth', 'config', 'permanent'];

const benchOf = (
  { plugin, fixture }: CommonSubject,
  changes: Partial<IntegrationFixture> & { service?: FakeService } = {},
) => new Bench(plugin, { config: fixture.config, secrets: fixture.secrets, service: fixture.service(), ...changes });

const reportOf = async (bench: Bench) => {
  const report = await bench.plugin.check?.(bench.context).catch((cause: unknown) => {
    must(false, `check threw ${String(cause)}. Give a report for whatever the provider answers.`);
  });
  must(report !== undefined, 'check gave no report.');
  return report;
};

const checks = ({ plugin }: CommonSubject): boolean => plugin.check !== undefined;

/** Laws of every plugin that has an integration. */
export const integrationLaws: Law<CommonSubject>[] = [
  {
    name: 'check is content with the right settings',
    applies: checks,
    async check(subject) {
      const { verdict, messages } = await reportOf(benchOf(subject));
      must(verdict === 'ok', `check says ${verdict}: ${JSON.stringify(messages)}. The fake accepts these settings.`);
    },
  },
  {
    name: 'check says auth for a wrong secret, and never throws',
    applies: (subject) => checks(subject) && Object.keys(subject.fixture.secrets).length > 0,
    async check(subject) {
      for (const name of Object.keys(subject.fixture.secrets)) {
        const secrets = { ...subject.fixture.secrets, [name]: `wrong-${'x'.repeat(20)}` };
        const { verdict } = await reportOf(benchOf(subject, { secrets }));
        must(verdict === 'auth', `With a wrong ${name}, check says ${verdict}; it must say auth.`);
      }
    },
  },
  {
    name: 'check names the right that is missing',
    applies: (subject) => checks(subject) && subject.fixture.missingScope !== undefined,
    async check(subject) {
      const { missingScope } = subject.fixture;
      if (!missingScope) return;
      const { verdict, messages } = await reportOf(benchOf(subject, { service: missingScope.service() }));
      must(verdict !== 'ok', 'check is content although a right is missing.');
      const named = messages.some((text) => Object.values(text).some((words) => words.includes(missingScope.scope)));
      must(named, `check does not name ${missingScope.scope}: the administrator cannot know what to grant.`);
    },
  },
  {
    name: 'classify knows every recorded answer and every fault',
    applies: ({ plugin }) => plugin.classify !== undefined,
    check({ plugin, fixture }) {
      for (const response of [
        ...STRANGE_ANSWERS,
        ...(fixture.cassettes ?? []).map(({ response }) => asAnswer(response)),
      ]) {
        let verdict: unknown;
        try {
          verdict = plugin.classify?.(response);
        } catch (cause) {
          must(false, `classify threw ${String(cause)} for ${response.status} ${response.text.slice(0, 80)}.`);
        }
        must(
          VERDICTS.includes(String(verdict)),
          `classify says ${String(verdict)} for ${response.status}; say one of ${VERDICTS.join(', ')}.`,
        );
        must(response.status < 400 || verdict !== 'ok', `classify says ok for status ${response.status}.`);
      }
    },
  },
  {
    name: 'asks only what its permissions name',
    async check(subject) {
      const bench = benchOf(subject);
      await bench.plugin.check?.(bench.context).catch(() => undefined);
      await subject.exercise(bench).catch(() => undefined);
      must(
        bench.refused.length === 0,
        `It asked ${bench.refused.join(', ')}, which permissions.http or smtp does not name.`,
      );
    },
  },
  {
    name: 'no secret turns up in logs, errors, stored values or results',
    async check(subject) {
      for (const faults of [undefined, () => 'server-error' as const, () => 'slow' as const]) {
        const { plugin, fixture } = subject;
        const service = fixture.service();
        const bench = new Bench(plugin, { ...fixture, service, ...(faults ? { faults } : {}) });
        const thrown = (cause: unknown) => bench.said.push(wordsOf(cause));
        await bench.plugin.check?.(bench.context).then((report) => bench.said.push(report), thrown);
        await subject.exercise(bench).then((result) => bench.said.push(result), thrown);
        const said = JSON.stringify(bench.said);
        for (const secret of [...Object.values(fixture.secrets), ...(service.issued?.() ?? [])]) {
          const shown = formsOf(secret).find((form) => said.includes(form));
          must(shown === undefined, `A secret turned up in what the plugin said: ${said.slice(0, 200)} …`);
        }
      }
    },
  },
  {
    name: 'every secret is marked as one',
    check({ plugin, fixture }) {
      const marked = secretNamesOf(configSchemaOf(plugin.config, 'config'));
      for (const name of Object.keys(fixture.secrets))
        must(marked.includes(name), `${name} is a secret and not marked: .meta(field(…, { secret: true })).`);
    },
  },
  {
    name: 'its settings accept the fixture and refuse what is near it',
    check({ plugin, fixture }) {
      const good = { ...fixture.config, ...fixture.secrets };
      const refusal = refusalOf(plugin.config, good);
      must(refusal === undefined, `The settings of the fixture are refused: ${refusal}.`);
      const accepted = acceptedMutant(plugin.config, good);
      must(
        accepted === undefined,
        `Settings with ${accepted} are accepted. Use z.strictObject, and types without coercion.`,
      );
    },
  },
  {
    name: 'settings of every older version are brought up to date',
    applies: ({ plugin }) => configVersionOf(plugin) > 1,
    check({ plugin, fixture }) {
      const now = configVersionOf(plugin);
      for (let version = 1; version < now; version++) {
        const older = fixture.olderConfigs?.filter((each) => each.version === version) ?? [];
        must(older.length > 0, `There is no fixture of settings of version ${version}: add it to olderConfigs.`);
        for (const { config } of older) {
          let migrated = structuredClone(config);
          for (let step = version; step < now; step++) migrated = plugin.migrateConfig?.[step]?.(migrated) ?? migrated;
          const refusal = refusalOf(plugin.config, migrated);
          must(refusal === undefined, `Settings of version ${version} are refused after migration: ${refusal}.`);
        }
      }
    },
  },
];

const asAnswer = ({
  status,
  headers = {},
  json,
  text = '',
}: {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
}): HttpResponse => ({
  status,
  headers,
  text: json === undefined ? text : JSON.stringify(json),
});

const STRANGE_ANSWERS: HttpResponse[] = [
  asAnswer({ status: 200, json: {} }),
  asAnswer({ status: 200, text: '' }),
  asAnswer({ status: 200, text: '<!doctype html><title>Sign in</title>' }),
  asAnswer({ status: 200, json: null }),
  asAnswer({ status: 200, json: [] }),
  ...[204, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504].map((status) =>
    asAnswer({ status, json: { error: 'x' } }),
  ),
];

const wordsOf = (cause: unknown): unknown =>
  cause instanceof Error
    ? { message: cause.message, stack: cause.stack, cause: String(cause.cause ?? '') }
    : String(cause);

/** A secret and the shapes it may take on its way. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
];

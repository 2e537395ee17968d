import { canonicalJson } from '@planwright/schema/definition';
import type { Connector, StreamDefinition, StreamMessage } from '../connector.js';
import type { Json } from '../json.js';
import type { Plugin } from '../plugin.js';
import { Bench, MOST_REQUESTS } from './bench.js';
import { ANSWERING_FAULTS, type FaultPlan } from './faults.js';
import { type CommonFixture, type CommonSubject, integrationLaws } from './integration-laws.js';
import { type Law, must } from './law.js';
import type { ReadableService, WireResponse } from './service.js';

export interface ConnectorFixture extends CommonFixture {
  /** A fresh fake with enough records for two pages. */
  service(): ReadableService;
  /** false = the provider gives everything at once. */
  pages?: false;
}

export interface ConnectorSubject extends CommonSubject {
  connector: Connector<Plugin['config']>;
  fixture: ConnectorFixture;
}

export function connectorSubject(plugin: Plugin, key: string, fixture: ConnectorFixture): ConnectorSubject {
  const connector = plugin.connectors?.[key];
  if (!connector) throw new Error(`The plugin ${plugin.id} has no connector ${key}.`);
  const exercise = async (bench: Bench): Promise<unknown> => {
    const read: StreamMessage[] = [];
    for (const name of Object.keys(connector.streams))
      for await (const message of connector.read(bench.context, name, null)) read.push(message);
    return read;
  };
  return { plugin, connector, fixture, exercise };
}

interface Trial {
  service: ReadableService;
  bench: Bench;
  read(stream: string, state?: Json): Promise<StreamMessage[]>;
}

interface Disturbance {
  service?: ReadableService;
  faults?: FaultPlan;
  answers?: (n: number, truth: () => WireResponse) => WireResponse;
}

function trial(
  { plugin, connector, fixture }: ConnectorSubject,
  { service = fixture.service(), ...how }: Disturbance = {},
): Trial {
  const bench = new Bench(plugin, { ...fixture, service, ...how });
  const read = async (stream: string, state: Json = null): Promise<StreamMessage[]> => {
    const messages: StreamMessage[] = [];
    for await (const message of connector.read(bench.context, stream, state)) messages.push(message);
    return messages;
  };
  return { service, bench, read };
}

const streamsOf = ({ connector }: ConnectorSubject): [string, StreamDefinition][] =>
  Object.entries(connector.streams).flatMap(([name, stream]): [string, StreamDefinition][] =>
    stream ? [[name, stream]] : [],
  );

const keyOf = (stream: StreamDefinition, data: Json): string =>
  canonicalJson(
    stream.key.map((name) =>
      typeof data === 'object' && data !== null && !Array.isArray(data) ? data[name] : undefined,
    ),
  );

/** What is stored after these messages, by key: records replace, tombstones remove. */
function storedAfter(
  stream: StreamDefinition,
  messages: readonly StreamMessage[],
  before = new Map<string, string>(),
): Map<string, string> {
  const stored = new Map(before);
  for (const message of messages) {
    if (message.t === 'record') stored.set(keyOf(stream, message.data), canonicalJson(message.data));
    else if (message.t === 'tombstone')
      stored.delete(canonicalJson(Array.isArray(message.key) ? message.key : [message.key]));
  }
  return stored;
}

const same = (a: Map<string, string>, b: Map<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

/** The read to its end, or what it had given when it threw. */
async function readUntil(
  subject: ConnectorSubject,
  { bench }: Trial,
  stream: string,
): Promise<{ messages: StreamMessage[]; thrown?: unknown }> {
  const messages: StreamMessage[] = [];
  try {
    for await (const message of subject.connector.read(bench.context, stream, null)) messages.push(message);
    return { messages };
  } catch (thrown) {
    return { messages, thrown };
  }
}

/** Reads that are disturbed at one request: complete, or thrown and then completed from the last state. */
async function survives(
  subject: ConnectorSubject,
  name: string,
  stream: StreamDefinition,
  how: Disturbance,
  what: string,
): Promise<void> {
  const full = storedAfter(stream, await trial(subject).read(name));
  const disturbed = trial(subject, how);
  const { messages, thrown } = await readUntil(subject, disturbed, name);
  if (thrown === undefined) {
    must(
      same(storedAfter(stream, messages), full),
      `${name}: at ${what} the read ended as if all were well, with records missing or changed. Throw instead.`,
    );
    return;
  }
  const committed = messages.slice(0, messages.findLastIndex(({ t }) => t === 'state') + 1);
  const last = committed.at(-1);
  const rest = await trial(subject).read(name, last?.t === 'state' ? last.state : null);
  must(
    same(storedAfter(stream, rest, storedAfter(stream, committed)), full),
    `${name}: after ${what}, going on from the last state does not give the full read.`,
  );
}

export const connectorLaws: Law<ConnectorSubject>[] = [
  ...integrationLaws,
  {
    name: 'two full reads are equal',
    async check(subject) {
      for (const [name] of streamsOf(subject)) {
        const { read } = trial(subject);
        const [first, second] = [await read(name), await read(name)];
        must(
          canonicalJson(first) === canonicalJson(second),
          `${name}: the second read gives something else. Take nothing from a clock, chance or what was read before.`,
        );
      }
    },
  },
  {
    name: 'records fit their schema, and each has its key once',
    async check(subject) {
      for (const [name, stream] of streamsOf(subject)) {
        const messages = await trial(subject).read(name);
        const records = messages.flatMap((message) => (message.t === 'record' ? [message.data] : []));
        must(records.length > 0, `${name}: the fake has no records. Give it some.`);
        for (const data of records) {
          const parsed = stream.schema.safeParse(data);
          must(
            parsed.success,
            `${name}: a record does not fit the schema: ${parsed.error?.issues[0]?.path.join('.')} ${parsed.error?.issues[0]?.message}.`,
          );
        }
        const keys = new Set(records.map((data) => keyOf(stream, data)));
        must(keys.size === records.length, `${name}: ${records.length} records have ${keys.size} keys.`);
      }
    },
  },
  {
    name: 'reading on from any state completes what came before it',
    async check(subject) {
      for (const [name, stream] of streamsOf(subject)) {
        const messages = await trial(subject).read(name);
        const full = storedAfter(stream, messages);
        const states = messages.flatMap((message, i) => (message.t === 'state' ? [{ i, state: message.state }] : []));
        must(stream.mode === 'full' || states.length > 0, `${name} is incremental and gives no state to go on from.`);
        for (const { i, state } of states) {
          const rest = await trial(subject).read(name, state);
          const joined = storedAfter(stream, rest, storedAfter(stream, messages.slice(0, i)));
          must(
            same(joined, full),
            `${name}: what came before the state ${JSON.stringify(state)} and what comes from it are not the full read.`,
          );
        }
      }
    },
  },
  {
    name: 'what was deleted goes, and nothing else',
    applies: (subject) => streamsOf(subject).some(([, stream]) => stream.deletes !== 'none'),
    async check(subject) {
      for (const [name, stream] of streamsOf(subject)) {
        if (stream.deletes === 'none') continue;
        const { service, read } = trial(subject);
        const before = await read(name);
        must(
          service.remove !== undefined,
          `${name} tells deletions (${stream.deletes}); give the fake remove(stream).`,
        );
        const gone = canonicalJson(service.remove(name));
        const state = before.findLast((message) => message.t === 'state');
        const after =
          stream.deletes === 'sweep'
            ? storedAfter(stream, await read(name))
            : storedAfter(
                stream,
                await read(name, state?.t === 'state' ? state.state : null),
                storedAfter(stream, before),
              );
        const expected = storedAfter(stream, before);
        must(expected.delete(gone), `${name}: the fake removed ${gone}, which had not been read.`);
        must(
          same(after, expected),
          `${name}: after ${gone} was deleted, ${after.size} records stay of ${expected.size}.`,
        );
      }
    },
  },
  {
    name: '429, server errors, HTML, empty bodies and silence lose no record',
    async check(subject) {
      for (const [name, stream] of streamsOf(subject)) {
        const calm = trial(subject);
        await calm.read(name);
        for (let at = 0; at < Math.min(calm.bench.asked, 8); at++)
          for (const fault of ANSWERING_FAULTS)
            await survives(
              subject,
              name,
              stream,
              { faults: (n) => (n === at ? fault : undefined) },
              `${fault} at request ${at + 1}`,
            );
      }
    },
  },
  {
    name: 'a page that comes twice changes nothing',
    async check(subject) {
      for (const [name, stream] of streamsOf(subject)) {
        const pages = await pagesOf(subject, name);
        for (const at of pages) {
          let previous: WireResponse | undefined;
          const answers = (n: number, truth: () => WireResponse): WireResponse => {
            if (n === at && previous) return previous;
            previous = truth();
            return previous;
          };
          await survives(subject, name, stream, { answers }, `page ${at} coming twice`);
        }
      }
    },
  },
  {
    name: 'pages that go in a circle end',
    async check(subject) {
      for (const [name] of streamsOf(subject)) {
        for (const at of await pagesOf(subject, name)) {
          let page: WireResponse | undefined;
          const answers = (n: number, truth: () => WireResponse): WireResponse => {
            if (n < at || !page) page = truth();
            return page;
          };
          const circling = trial(subject, { answers });
          await readUntil(subject, circling, name);
          must(
            circling.bench.asked < MOST_REQUESTS,
            `${name}: the provider always names the same next page, and the read never ends. Stop when a cursor comes again.`,
          );
        }
      }
    },
  },
];

/** Numbers of the requests that asked for a further page of the same list. */
async function pagesOf(subject: ConnectorSubject, name: string): Promise<number[]> {
  const { bench, read } = trial(subject);
  await read(name);
  const pages = bench.requests.flatMap(({ url }, n) =>
    n > 0 && bench.requests[n - 1]?.url.pathname === url.pathname ? [n] : [],
  );
  must(
    pages.length > 0 || subject.fixture.pages === false,
    `${name}: the fake answers in one page. Let it need two, or say pages: false.`,
  );
  return pages;
}

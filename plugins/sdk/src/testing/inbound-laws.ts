import { canonicalJson } from '@planwright/schema/definition';
import type { Inbound, InboundEvent, RawReply, RawRequest } from '../inbound.js';
import type { Plugin } from '../plugin.js';
import { Bench } from './bench.js';
import { type CommonFixture, type CommonSubject, integrationLaws } from './integration-laws.js';
import { type Law, must } from './law.js';

export interface InboundFixture extends CommonFixture {
  /** Requests as the provider sends them, signed with the fixture's secrets: two or more with events. */
  requests: readonly RawRequest[];
  /** The time at which they came. */
  now?: string;
}

export interface InboundSubject extends CommonSubject {
  inbound: Inbound<Plugin['config']>;
  fixture: InboundFixture;
}

export function inboundSubject(plugin: Plugin, key: string, fixture: InboundFixture): InboundSubject {
  const inbound = plugin.inbound?.[key];
  if (!inbound) throw new Error(`The plugin ${plugin.id} has no inbound ${key}.`);
  const exercise = (bench: Bench) =>
    Promise.all(fixture.requests.map((request) => inbound.receive(bench.context, request)));
  return { plugin, inbound, fixture, exercise };
}

type Received = { events: InboundEvent[]; reply: RawReply };

/** One side that receives, keeping its state between requests. */
function receiver(
  { plugin, inbound, fixture }: InboundSubject,
  secrets = fixture.secrets,
): (request: RawRequest) => Promise<Received> {
  const bench = new Bench(plugin, { ...fixture, secrets, service: fixture.service() });
  return async (request) => {
    try {
      return await inbound.receive(bench.context, structuredClone(request));
    } catch (cause) {
      must(false, `receive threw ${String(cause)}. Answer 4xx without events instead.`);
    }
  };
}

const isRefusal = ({ events, reply }: Received): boolean =>
  events.length === 0 && reply.status >= 400 && reply.status < 500;

const stored = (received: readonly Received[]): string =>
  canonicalJson(
    Object.fromEntries(
      received
        .flatMap(({ events }) => events)
        .map((event) => [event.id, event])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ),
  );

async function receiveAll(subject: InboundSubject, requests: readonly RawRequest[]): Promise<Received[]> {
  const receive = receiver(subject);
  const received: Received[] = [];
  for (const request of requests) received.push(await receive(request));
  return received;
}

export const inboundLaws: Law<InboundSubject>[] = [
  ...integrationLaws,
  {
    name: 'what the provider sends is answered and gives events',
    async check(subject) {
      must(subject.fixture.requests.length >= 2, 'Give the fixture two requests or more.');
      for (const { events, reply } of await receiveAll(subject, subject.fixture.requests)) {
        must(reply.status >= 200 && reply.status < 300, `A good request is answered ${reply.status}.`);
        must(
          events.length > 0 && events.every(({ id, at }) => id !== '' && !Number.isNaN(Date.parse(at))),
          'A good request gives no event with an id and a time.',
        );
      }
    },
  },
  {
    name: 'a bad signature is refused',
    async check(subject) {
      const others = Object.fromEntries(
        Object.keys(subject.fixture.secrets).map((name) => [name, `other-${'x'.repeat(24)}`]),
      );
      const receive = receiver(subject, others);
      for (const request of subject.fixture.requests)
        must(
          isRefusal(await receive(request)),
          'A request signed with another secret is accepted. Compare its signature first.',
        );
    },
  },
  {
    name: 'a request changed on the way is refused',
    async check(subject) {
      const receive = receiver(subject);
      for (const request of subject.fixture.requests) {
        const changed = {
          ...request,
          body: request.body.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === 'x' ? 'y' : 'x')),
        };
        must(
          isRefusal(await receive(changed)),
          'A request with another body and the old signature is accepted. Sign the body as it came.',
        );
      }
    },
  },
  {
    name: 'bodies that are cut, empty or no JSON are refused without an error',
    async check(subject) {
      const receive = receiver(subject);
      for (const request of subject.fixture.requests) {
        for (const body of ['', '{', '<!doctype html>', 'null', '[]', request.body.slice(0, request.body.length / 2)])
          must(
            isRefusal(await receive({ ...request, body })),
            `The body ${JSON.stringify(body.slice(0, 40))} is not refused.`,
          );
        must(
          isRefusal(await receive({ method: 'GET', query: {}, headers: {}, body: '' })),
          'A request with nothing in it is not refused.',
        );
      }
    },
  },
  {
    name: 'the same request again gives the same events, under the same ids',
    async check(subject) {
      const { requests } = subject.fixture;
      const once = stored(await receiveAll(subject, requests));
      const twice = stored(await receiveAll(subject, [...requests, ...requests]));
      must(once === twice, 'Replayed requests give other events. Take ids and times from the request.');
    },
  },
  {
    name: 'the order of requests does not matter',
    async check(subject) {
      const { requests } = subject.fixture;
      const there = stored(await receiveAll(subject, requests));
      const back = stored(await receiveAll(subject, [...requests].reverse()));
      must(there === back, 'In another order the same requests give other events. Keep nothing between requests.');
    },
  },
];

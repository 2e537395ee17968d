import type { Channel, Delivery, Identities, Outcome } from '../channel.js';
import type { Json } from '../json.js';
import type { Plugin } from '../plugin.js';
import { Bench } from './bench.js';
import { ANSWERING_FAULTS, type Fault, failHttp, RETRY_AFTER_SECONDS } from './faults.js';
import { type CommonFixture, type CommonSubject, integrationLaws } from './integration-laws.js';
import { type Law, must } from './law.js';
import { acceptedMutant, refusalOf } from './mutants.js';
import type { DeliveringService } from './service.js';

export interface ChannelFixture extends CommonFixture {
  service(): DeliveringService;
  /** People that the fake knows; two or more where the channel takes more than one in a call. */
  people: readonly { person: string; name: string; identities: Identities }[];
  /** Settings of the channel. */
  params?: Record<string, Json>;
}

export interface ChannelSubject extends CommonSubject {
  channel: Channel<Plugin['config']>;
  fixture: ChannelFixture;
}

export function channelSubject(plugin: Plugin, key: string, fixture: ChannelFixture): ChannelSubject {
  const channel = plugin.channels?.[key];
  if (!channel) throw new Error(`The plugin ${plugin.id} has no channel ${key}.`);
  const subject: ChannelSubject = {
    plugin,
    channel,
    fixture,
    exercise: (bench) => channel.send(bench.context, deliveryOf(subject)),
  };
  return subject;
}

/** A delivery to as many of the fixture's people as one call takes. */
export function deliveryOf({ channel, fixture }: ChannelSubject): Delivery {
  const to = fixture.people.slice(0, channel.batch).map(({ person, name, identities }) => {
    const address = channel.address(identities);
    must(address !== null, `address gives null for ${person} of the fixture. Give people that the channel reaches.`);
    return { person, name, address };
  });
  return {
    key: 'delivery-0001',
    to,
    content: {
      title: '本周安排 · The week ahead',
      markdown: '**2 due this week**\n\n- “Set goals” & <plans>: due Friday 😀',
      language: 'zh-CN',
    },
    link: 'https://planwright.example/me',
    params: fixture.params ?? {},
  };
}

interface Trial {
  service: DeliveringService;
  bench: Bench;
  send(): Promise<Outcome[]>;
}

/** A channel with a fake of its own; faults by the number of the request. */
function trial(subject: ChannelSubject, fault?: Fault, times = Number.POSITIVE_INFINITY): Trial {
  const { plugin, fixture, channel } = subject;
  const service = fixture.service();
  let met = 0;
  const bench = new Bench(plugin, {
    ...fixture,
    service: fault === 'cut' ? cutting(service) : service,
    ...(fault && fault !== 'cut' ? { faults: () => (met++ < times ? fault : undefined) } : {}),
  });
  const send = async (): Promise<Outcome[]> => {
    try {
      return await channel.send(bench.context, deliveryOf(subject));
    } catch (cause) {
      must(
        false,
        `send threw ${String(cause)}${fault ? ` at ${fault}` : ''}. Give an outcome for each recipient instead; outcomesOfFault does it.`,
      );
    }
  };
  return { service, bench, send };
}

/** The fake whose connection ends right after it has done something that lasts: once. */
function cutting(service: DeliveringService): DeliveringService {
  let cut = false;
  const ends = <Answer>(work: () => Answer, ended: () => Answer): Answer => {
    const before = service.effects().length;
    const answer = work();
    if (cut || service.effects().length === before) return answer;
    cut = true;
    return ended();
  };
  return {
    ...service,
    effects: () => service.effects(),
    answer: (request) =>
      ends(
        () => service.answer?.(request) ?? { status: 404 },
        () => failHttp('cut', () => ({ status: 200 })),
      ),
    mail: (request) => {
      const { mail } = service;
      if (!mail) throw new Error('The fake has no mail(): write what the mail server does.');
      return ends(
        () => mail.call(service, request),
        () => ({ accepted: [], rejected: [], stage: 'after-data', text: 'the connection ended before the answer' }),
      );
    },
  };
}

const ARRIVED: readonly Outcome['status'][] = ['accepted', 'delivered', 'read', 'done'];
const statusesOf = (outcomes: readonly Outcome[]): string => outcomes.map(({ status }) => status).join(', ');

export const channelLaws: Law<ChannelSubject>[] = [
  ...integrationLaws,
  {
    name: 'every recipient has exactly one outcome',
    async check(subject) {
      for (const fault of [undefined, 'throttled', 'unreachable'] as const) {
        const outcomes = await trial(subject, fault).send();
        const asked = deliveryOf(subject)
          .to.map(({ person }) => person)
          .sort();
        const told = outcomes.map(({ person }) => person).sort();
        must(asked.join() === told.join(), `Sent to ${asked.join(', ')}; outcomes for ${told.join(', ') || 'nobody'}.`);
      }
    },
  },
  {
    name: 'what it accepts has arrived at the provider',
    async check(subject) {
      const { send, service } = trial(subject);
      const outcomes = await send();
      const arrived = outcomes.filter(({ status }) => ARRIVED.includes(status)).length;
      const all = deliveryOf(subject).to.length;
      must(
        service.effects().length === all,
        `The fake has ${service.effects().length} messages for ${all} recipients.`,
      );
      must(arrived === all, `The outcomes are ${statusesOf(outcomes)}, and the fake accepted all of them.`);
    },
  },
  {
    name: 'the same delivery again changes nothing at the provider',
    applies: ({ channel }) => channel.dedupe.how === 'key' || channel.dedupe.how === 'content',
    async check(subject) {
      const { send, service } = trial(subject);
      await send();
      const before = JSON.stringify(service.effects());
      await send();
      must(
        JSON.stringify(service.effects()) === before,
        'The second send changed something. Pass delivery.key on, or send the same bytes.',
      );
    },
  },
  {
    name: 'settle finds what was accepted by the delivery’s key',
    applies: ({ channel }) => channel.dedupe.how === 'lookup',
    async check(subject) {
      const { settle } = subject.channel;
      must(settle !== undefined, 'The dedupe kind is lookup, and there is no settle to look it up.');
      const { send, bench } = trial(subject);
      await send();
      const { key, to } = deliveryOf(subject);
      const outcomes = await settle.call(subject.channel, bench.context, [key]);
      const found = outcomes.filter(({ status }) => ARRIVED.includes(status)).length;
      must(found === to.length, `settle says ${statusesOf(outcomes) || 'nothing'} of ${to.length} accepted messages.`);
    },
  },
  {
    name: 'cut after the provider accepted, the outcome is unknown',
    async check(subject) {
      const outcomes = await trial(subject, 'cut').send();
      const { how } = subject.channel.dedupe;
      // With a key of ours, trying again is as safe as asking.
      const allowed = how === 'key' ? ['unknown', 'retry'] : ['unknown'];
      const wrong = outcomes.find(({ status }) => !allowed.includes(status));
      must(
        wrong === undefined,
        `The connection ended after the provider accepted, and the outcome is ${wrong?.status}; only ${allowed.join(' or ')} is true.`,
      );
    },
  },
  {
    name: 'without a connection, everything is to be tried again',
    async check(subject) {
      const outcomes = await trial(subject, 'unreachable').send();
      const wrong = outcomes.find(({ status }) => status !== 'retry');
      must(wrong === undefined, `Nothing left the machine, and the outcome is ${wrong?.status}; it must be retry.`);
    },
  },
  {
    name: 'a provider that says slow down is asked again, not before its time',
    async check(subject) {
      const { send, bench } = trial(subject, 'throttled');
      const outcomes = await send();
      for (const { status, retryAfterMs = 0 } of outcomes) {
        must(status === 'retry', `For 429 the outcome is ${status}; it must be retry.`);
        const waits = bench.requests.length === 0 || retryAfterMs >= RETRY_AFTER_SECONDS * 1000;
        must(
          waits,
          `The provider said ${RETRY_AFTER_SECONDS} s, the outcome ${retryAfterMs} ms: pass Retry-After on (retryAfterMsOf).`,
        );
      }
    },
  },
  {
    name: 'server errors, HTML, empty bodies and silence never count as delivered or refused',
    async check(subject) {
      for (const fault of ANSWERING_FAULTS.filter((each) => each !== 'throttled')) {
        const outcomes = await trial(subject, fault).send();
        const wrong = outcomes.find(({ status }) => status !== 'retry' && status !== 'unknown');
        must(wrong === undefined, `At ${fault} the outcome is ${wrong?.status}; nobody can know that.`);
      }
    },
  },
  {
    name: 'what was to be tried again arrives then, once',
    async check(subject) {
      const { send, service } = trial(subject, 'unreachable', 1);
      const first = await send();
      if (!first.every(({ status }) => status === 'retry')) return;
      await send();
      const all = deliveryOf(subject).to.length;
      must(
        service.effects().length === all,
        `After the second try the fake has ${service.effects().length} messages for ${all} recipients.`,
      );
    },
  },
  {
    name: 'a person it cannot reach has no address',
    check({ channel }) {
      for (const identities of [{ ids: {} }, { email: '', mobile: '', ids: {} }]) {
        let address: string | null = '';
        try {
          address = channel.address(identities);
        } catch (cause) {
          must(false, `address threw ${String(cause)} for a person without identities.`);
        }
        must(
          address === null,
          `address gives ${JSON.stringify(address)} for a person without identities; it must give null.`,
        );
      }
    },
  },
  {
    name: 'its parameters accept the fixture and refuse what is near it',
    check({ channel, fixture }) {
      const params = fixture.params ?? {};
      const refusal = refusalOf(channel.params, params);
      must(refusal === undefined, `The parameters of the fixture are refused: ${refusal}.`);
      const accepted = acceptedMutant(channel.params, params);
      must(accepted === undefined, `Parameters with ${accepted} are accepted. Use z.strictObject.`);
    },
  },
];

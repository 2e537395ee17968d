import { addMs, type Instant, laterOf } from '@planwright/schema/time';
import { type DedupeKind } from '../../deliver/reconcile.js';
import { type LogicalChannel, seededRandom } from '../index.js';
import { FakeChannel, type ProviderEntry } from './fake-channel.js';
import { Ledger } from './ledger.js';
import { SimulatedPlanner } from './simulated-planner.js';
import { SimulatedSender, type Wake } from './simulated-sender.js';
import { Timeline } from './timeline.js';
import { createWorld, type SimulationSettings, type World } from './world.js';

export interface Simulated {
  world: World;
  ledger: Ledger;
  log: ProviderEntry[];
  channels: ReadonlyMap<string, FakeChannel>;
}

type Appointment = Wake | { live: string } | { plan: string } | { act: number };

const KINDS: readonly DedupeKind[] = [
  { how: 'key' },
  { how: 'lookup' },
  { how: 'content', window: 'day' },
  { how: 'none' },
];
const CHANNELS: readonly LogicalChannel[] = ['chat', 'email', 'sms', 'todo', 'inbox'];
const DAY_MS = 86_400_000;
/** What changed is planned again within the minute. */
const PLANNER_WITHIN_MS = 60_000;

/**
 * Lives through the weeks: people act, workers plan and send and die, providers fail; afterwards only the ledger and the providers' logs
 * tell what happened. The same for the same settings.
 */
export function simulateReminders(settings: SimulationSettings): Simulated {
  const world = createWorld(settings);
  const { faults, startAt, endAt } = world;
  // Streams of their own, so that what workers suffer does not change what people do.
  const random = seededRandom(settings.seed ^ 0x5eed);
  const kinds = seededRandom(settings.seed ^ 0xc4a);
  const clocks = seededRandom(settings.seed ^ 0xc10c);
  const ledger = new Ledger();
  const timeline = new Timeline<Appointment>();
  world.outages.push(...outagesOf(world, random));
  const downUntil = (of: string, now: Instant): Instant | undefined =>
    world.outages.find((outage) => outage.of === of && outage.from <= now && now < outage.until)?.until;

  const channels = new Map(
    CHANNELS.map((route) => {
      const dedupe = settings.channels?.[route] ?? (KINDS[Math.floor(kinds() * KINDS.length)] as DedupeKind);
      const bytes = route === 'chat' ? 2048 : undefined;
      const down = (now: Instant): boolean => downUntil(route, now) !== undefined;
      return [route, new FakeChannel(route, dedupe, bytes, faults.provider, down, random)];
    }),
  );
  const planner = new SimulatedPlanner(world, ledger);
  let now = startAt;
  // A worker whose clock runs ahead comes too early, by hours or by weeks; one whose clock is behind comes too late, and others come.
  const wake = (at: Instant, what: Wake): void => {
    timeline.add(laterOf(at, now), what);
    const skew = faults.skews[Math.floor(clocks() * faults.skews.length)] ?? 0;
    if (skew > 0 && 'deliverTo' in what) timeline.add(laterOf(addMs(at, -skew), addMs(now, 1)), what);
  };
  const sender = new SimulatedSender(world, ledger, planner, channels, random, wake);

  for (const enrolment of world.enrolments.values()) {
    timeline.add(startAt, { plan: enrolment.id });
    if (enrolment.nextAt) timeline.add(enrolment.nextAt, { live: enrolment.id });
  }
  world.acts.forEach(({ at }, i) => {
    timeline.add(at, { act: i });
  });
  const changed = (id: string): void => {
    const enrolment = world.enrolments.get(id);
    if (enrolment?.nextAt) timeline.add(enrolment.nextAt, { live: id });
    timeline.add(addMs(now, Math.floor(random() * PLANNER_WITHIN_MS)), { plan: id });
  };

  for (let next = timeline.next(endAt); next; next = timeline.next(endAt)) {
    const { what } = next;
    now = next.at;
    if ('live' in what) {
      const enrolment = world.enrolments.get(what.live);
      if (enrolment?.nextAt === undefined || enrolment.nextAt > now) continue;
      enrolment.advance(now);
      changed(what.live);
      continue;
    }
    if ('act' in what) {
      const planned = world.acts[what.act];
      const enrolment = planned && world.enrolments.get(planned.enrolmentId);
      if (!planned || !enrolment || enrolment.evaluation?.status === 'CANCELLED') continue;
      enrolment.advance(now);
      enrolment.record(planned.act(now), now);
      changed(enrolment.id);
      continue;
    }
    const until = downUntil('workers', now);
    if (until !== undefined) {
      timeline.add(until, what);
      continue;
    }
    if ('plan' in what) {
      const enrolment = world.enrolments.get(what.plan);
      if (!enrolment) continue;
      const ahead = addMs(now, DAY_MS);
      if (enrolment.dirtySince === undefined && (enrolment.plannedUntil ?? '') > ahead) continue;
      const touched = planner.plan(enrolment, now, random() < faults.crash);
      for (const { deliverAt, personId } of touched ?? []) wake(deliverAt, { deliverTo: personId });
      timeline.add(touched ? addMs(ahead, 1) : addMs(now, 30_000), { plan: what.plan });
    } else if ('probe' in what) sender.probe(what.probe, now);
    else if ('deliverTo' in what) sender.deliverTo(what.deliverTo, now);
    else sender.deliver(what.deliver, now);
  }
  return { world, ledger, log: [...channels.values()].flatMap(({ log }) => log), channels };
}

function outagesOf({ faults, startAt, settings }: World, random: () => number): World['outages'] {
  const outages: World['outages'] = [];
  const add = (of: string, days: number): void => {
    if (days === 0) return;
    const from = addMs(startAt, Math.floor((3 + random() * settings.weeks * 7) * 1440) * 60_000);
    outages.push({ of, from, until: addMs(from, days * DAY_MS) });
  };
  add('workers', faults.outageDays);
  add('chat', faults.providerOutageDays);
  return outages;
}

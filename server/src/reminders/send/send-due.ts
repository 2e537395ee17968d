import type { Instant } from '@planwright/schema/time';
import { attemptDeliveries, CALLS } from '../deliver/attempt-deliveries.js';
import { channelsOf, type RouteRow, readRoutes, routeOf } from '../deliver/routes.js';
import { inboxWay, type Way, type Workplace, wayOf } from '../deliver/way.js';
import type { LogicalChannel } from '../engine/occurrence.js';
import { putOffLetters, wayOfLetters } from '../letters/way-of-letters.js';
import { letterSources } from '../notices/notice.js';
import { linkOf } from '../notices/notice-words.js';
import type { ReminderDeps } from '../ports.js';
import { type Claim, lookForDue } from './claim-due.js';
import { addressKey, type Needed } from './due.js';
import { gatherDue } from './gather-due.js';
import { reach } from './reach.js';
import { recheckOccurrences } from './recheck-occurrences.js';
import { type Moment, type NamedWay, writeMessages, writeRechecked } from './write-messages.js';

/** People in one round on one route. */
const PEOPLE = 100;

/** What goes one way: what is due on some channels of plans, and perhaps notices. */
interface Lane {
  channels: readonly LogicalChannel[];
  notices: Claim['notices'];
  /** Tried in this order, the surest last; an occurrence that the first does not reach is left to the inbox. */
  ways: readonly [NamedWay, ...NamedWay[]];
}

/** While one round waits for the limits of a provider, one prepares and one sends: the provider is kept busy. They take different people. */
const atOnce = ({ ways: [{ route }] }: Lane): number => (route.integrationId === null ? 1 : 3);

/** Where nothing dedupes, what is written as SENDING and never leaves is lost to a crash: only what leaves at once is written. */
const peopleOf = (way: Way): number =>
  way.kind === 'CHANNEL' && way.description.dedupe.how === 'none' ? CALLS : PEOPLE;

const inbox: NamedWay = { ...inboxWay, logical: 'inbox' };

/**
 * Sends what is due at `now` in the workspace's time, a few rounds on each route.
 * @returns how many due things were looked at; 0 = nothing is due
 */
export async function sendDue(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number> {
  const letters = letterSources(deps.notices);
  const { rows, due } = await deps.database.look(async (tx) => ({
    rows: await readRoutes(tx, workplace.workspaceId),
    due: await lookForDue(tx, workplace.workspaceId, now, letters),
  }));
  const lanes = new Map<string, Lane>();
  for (const logical of due.channels) {
    const route = routeOf(rows, logical);
    if (lanes.has(route.key)) continue;
    const way = { ...(await wayOf(deps, workplace, route)), logical };
    lanes.set(route.key, {
      channels: channelsOf(rows, route),
      notices: 'NONE',
      ways: way.kind === 'CHANNEL' ? [way, inbox] : [way],
    });
  }
  if (due.notices) {
    const ways = await waysOfNotices(deps, workplace, rows);
    const [{ route }] = ways;
    lanes.set(route.key, { channels: channelsOf(rows, route), notices: 'NOTICES', ways });
  }
  if (due.letters) {
    const way = await wayOfLetters(deps, workplace);
    if (way) lanes.set('letters', { channels: [], notices: 'LETTERS', ways: [way] });
    else await putOffLetters(deps, workplace.workspaceId, now, letters);
  }
  const counts = await Promise.all(
    [...lanes.values()].flatMap((lane) =>
      Array.from({ length: atOnce(lane) }, () => rounds(deps, workplace, lane, now)),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Notices name no channel: whichever reaches the person first, and what everybody has last. In a sandbox there is one, into the sink. */
async function waysOfNotices(
  deps: ReminderDeps,
  workplace: Workplace,
  rows: readonly RouteRow[],
): Promise<Lane['ways']> {
  const ways: NamedWay[] = [];
  for (const logical of ['chat', 'email'] as const) {
    const way = await wayOf(deps, workplace, routeOf(rows, logical));
    if (way.kind === 'SINK') return [{ ...way, logical }];
    if (way.kind === 'CHANNEL') ways.push({ ...way, logical });
  }
  const [first = inbox, ...others] = ways;
  return first === inbox ? [inbox] : [first, ...others, inbox];
}

/** A lane goes on by itself for a while, so that the lanes of a route do not wait for each other. */
const MOST_ROUNDS = 5;

async function rounds(...of: Parameters<typeof round>): Promise<number> {
  let sum = 0;
  for (let done = 0; done < MOST_ROUNDS; done += 1) {
    const count = await round(...of);
    if (count === 0) break;
    sum += count;
  }
  return sum;
}

async function round(
  deps: ReminderDeps,
  workplace: Workplace,
  { channels, notices, ways }: Lane,
  now: Instant,
): Promise<number> {
  const { workspaceId } = workplace;
  const claim = { channels, notices, people: peopleOf(ways[0]) };
  const gathered = await deps.database.work((tx) => gatherDue(tx, deps, workspaceId, now, claim));
  if (!gathered) return 0;
  const { due, questions, subjects, people } = gathered;
  const occurrences = due.filter((one) => one.kind === 'OCCURRENCE');
  const { needed, ...checked } = await recheckOccurrences(questions, occurrences, subjects, people);
  if (occurrences.length > needed.length || checked.added.length > 0)
    await deps.database.work((tx) => writeRechecked(tx, workspaceId, gathered, checked, now));
  let waiting: Needed[] = [...needed, ...due.filter((one) => one.kind === 'NOTICE')];
  for (const way of ways) {
    const goesBy = (one: Needed) => one.kind === 'NOTICE' || way === ways[0] || way.kind === 'INBOX';
    const here = waiting.filter(goesBy);
    if (here.length === 0) continue;
    const reached = await reach(deps, way, here, people);
    const moment: Moment = { now, realNow: deps.clock.real() };
    const messages = await deps.database.work((tx) =>
      writeMessages(tx, deps, workspaceId, way, gathered, reached, moment),
    );
    if (way.kind === 'INBOX' && messages.length > 0) deps.inbox.changed(workspaceId);
    if (way.kind === 'CHANNEL') {
      const attempts = messages.map(async ({ id, key, personId, title, markdown, language, link, notice }) => ({
        name: people.get(personId)?.name ?? '',
        address: reached.addresses.get(notice ? addressKey(notice) : personId) ?? '',
        delivery: {
          ...{ id, key, personId, title, markdown, language, asked: 0, attempt: 1, doubtful: false },
          link: await linkOf(deps.notices, key, notice, link),
          startedAt: moment.realNow,
        },
      }));
      await attemptDeliveries(deps, way, await Promise.all(attempts), now);
    }
    waiting = [...waiting.filter((one) => !goesBy(one)), ...reached.unreachable];
  }
  return gathered.claimed;
}

import type { Instant } from '@planwright/schema/time';
import { attemptDeliveries, CALLS } from '../deliver/attempt-deliveries.js';
import { channelsOf, type Route, type RouteRow, readRoutes, routeOf } from '../deliver/routes.js';
import { type Way, type Workplace, wayOf } from '../deliver/way.js';
import type { ReminderDeps } from '../ports.js';
import { dueChannels } from './claim-due.js';
import { clearToSend } from './clear-to-send.js';
import { gatherDue } from './gather-due.js';
import { writeMessages } from './write-messages.js';

/** People in one round on one route. */
const PEOPLE = 100;

/** While one round waits for the limits of a provider, one prepares and one sends: the provider is kept busy. They take different people. */
const lanesOf = ({ integrationId }: Route): number => (integrationId === null ? 1 : 3);

/** Where nothing dedupes, what is written as SENDING and never leaves is lost to a crash: only what leaves at once is written. */
const peopleOf = (way: Way): number =>
  way.kind === 'CHANNEL' && way.description.dedupe.how === 'none' ? CALLS : PEOPLE;

/**
 * Sends what is due at `now` in the workspace's time, a few rounds on each route.
 * @returns how many occurrences were looked at; 0 = nothing is due
 */
export async function sendDue(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number> {
  const { rows, due } = await deps.database.look(async (tx) => ({
    rows: await readRoutes(tx, workplace.workspaceId),
    due: await dueChannels(tx, workplace.workspaceId, now),
  }));
  const routes = new Map(due.map((channel) => routeOf(rows, channel)).map((route) => [route.key, route]));
  const counts = await Promise.all(
    [...routes.values()].flatMap((route) =>
      Array.from({ length: lanesOf(route) }, () => rounds(deps, workplace, rows, route, now)),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
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
  rows: readonly RouteRow[],
  route: Route,
  now: Instant,
): Promise<number> {
  const { workspaceId } = workplace;
  const way = await wayOf(deps, workplace, route);
  const gathered = await deps.database.work((tx) =>
    gatherDue(tx, deps, workspaceId, now, channelsOf(rows, route), peopleOf(way)),
  );
  if (!gathered) return 0;
  const cleared = await clearToSend(deps, way, gathered);
  const moment = { now, realNow: deps.clock.real() };
  const messages = await deps.database.work((tx) => writeMessages(tx, workspaceId, way, gathered, cleared, moment));
  if (!workplace.sandbox) deps.inbox.changed(workspaceId);
  if (way.kind === 'CHANNEL')
    await attemptDeliveries(
      deps,
      way,
      messages.flatMap((message) => {
        const person = gathered.people.get(message.personId);
        const address = cleared.addresses.get(message.personId);
        if (!person || address === undefined) return [];
        const { id, key, title, markdown, language, link } = message;
        const delivery = {
          id,
          key,
          personId: person.id,
          title,
          markdown,
          language,
          link,
          asked: 0,
          attempt: 1,
          doubtful: false,
        };
        return [{ delivery: { ...delivery, startedAt: moment.realNow }, name: person.name, address }];
      }),
      now,
    );
  return gathered.claimed;
}

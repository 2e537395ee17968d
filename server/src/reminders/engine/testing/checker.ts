// What must hold of a run, told from outside: this file knows the tables and the providers' logs, and none of the code that made them.
// Its clock and calendar are the runtime's own and the published lists of days, read day by day.

export interface CheckedRun {
  occurrences: readonly CheckedOccurrence[];
  deliveries: readonly { key: string; personId: string; route: string; occurrences: readonly string[] }[];
  log: readonly { calledAt: string; route: string; key: string; person: string; hash: string; effect: boolean }[];
  /** Route by the channel of a plan; absent = one of its own. */
  routes: Readonly<Record<string, string>>;
  /** Dedupe kind by route. */
  kinds: Readonly<Record<string, string>>;
  people: ReadonlyMap<string, { zone: string; revokedAt?: string }>;
  enrolments: ReadonlyMap<string, CheckedEnrolment>;
  outages: readonly { of: string; from: string; until: string }[];
  /** Published days that differ from Monday to Friday. */
  daysOff: ReadonlySet<string>;
  daysOn: ReadonlySet<string>;
  quiet: { from: string; until: string };
  endAt: string;
  /** Slots and budget may hold up what is no deadline; deadlines not. */
  graceMinutes: number;
  /** Days before a due date by reminder key and version, for the oracle of P4. */
  daysBefore: Readonly<Record<string, number>>;
}

export interface CheckedOccurrence {
  id: string;
  enrolmentId: string;
  ruleKey: string;
  key: string;
  recipientId: string;
  channel: string;
  role: string;
  at: string;
  hard: boolean;
  expiresAt?: string;
  itemKey?: string;
  state: string;
  reasonCode?: string;
  deliverAt: string;
  versionId: string;
  deliveryKey?: string;
  history: readonly { at: string; act: string; state: string }[];
}

export interface CheckedEnrolment {
  events: readonly { type: string; recordedAt: string; data: object }[];
}

const TERMINAL = new Set(['SENT', 'DELIVERED', 'UNKNOWN', 'SUPPRESSED', 'EXPIRED', 'FAILED']);
/** What may follow a terminal state: better knowledge, and a reopened item that is not due yet. */
const FOLLOWS: Record<string, readonly string[]> = {
  SENT: ['DELIVERED', 'FAILED'],
  UNKNOWN: ['SENT', 'DELIVERED', 'FAILED'],
  SUPPRESSED: ['PLANNED'],
};
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every sentence is a violation, named by its property; none = the run is sound. */
export function checkRun(run: CheckedRun): string[] {
  return [
    ...arrivesOnce(run),
    ...endsOnce(run),
    ...disturbsNobody(run),
    ...countsDays(run),
    ...plansOnce(run),
    ...keepsVersions(run),
    ...announcesDeadlines(run),
  ].slice(0, 20);
}

/** P1, and that no provider dropped in silence what it had not shown. */
function arrivesOnce({ log, kinds, deliveries, occurrences }: CheckedRun): string[] {
  const wrong: string[] = [];
  const shown = new Map<string, number>();
  const calls = new Map<string, number>();
  for (const { key, effect } of log) {
    calls.set(key, (calls.get(key) ?? 0) + 1);
    if (effect) shown.set(key, (shown.get(key) ?? 0) + 1);
  }
  const known = new Map(deliveries.map((delivery) => [delivery.key, delivery]));
  const byOccurrence = new Map<string, string>();
  for (const [key, count] of calls) {
    const delivery = known.get(key);
    if (!delivery) {
      wrong.push(`P1 ${key} was sent and is not in the ledger`);
      continue;
    }
    const kind = kinds[delivery.route];
    if ((shown.get(key) ?? 0) > 1) wrong.push(`P1 ${key} was shown ${shown.get(key)} times by a ${kind} channel`);
    if ((shown.get(key) ?? 0) === 0) wrong.push(`P1 ${key} was dropped in silence by a ${kind} channel`);
    if (kind === 'none' && count > 1) wrong.push(`P1 ${key} was sent ${count} times where nothing dedupes`);
    for (const id of delivery.occurrences) {
      const other = byOccurrence.get(id);
      if (other !== undefined && other !== key) wrong.push(`P1 ${id} is in two messages`);
      byOccurrence.set(id, key);
    }
  }
  for (const { id, state, deliveryKey } of occurrences) {
    if ((state === 'SENT' || state === 'DELIVERED') && !calls.has(deliveryKey ?? ''))
      wrong.push(`P1 ${id} is ${state} and no provider has it`);
    if (state === 'SUPPRESSED' && byOccurrence.has(id)) wrong.push(`P1 ${id} was suppressed and went out`);
  }
  return wrong;
}

/** P2: one terminal state, in time. */
function endsOnce(run: CheckedRun): string[] {
  const wrong: string[] = [];
  for (const row of run.occurrences) {
    let ended: string | undefined;
    let endedAt = '';
    for (const { at, state } of row.history) {
      if (ended !== undefined && !FOLLOWS[ended]?.includes(state))
        wrong.push(`P2 ${row.id} was ${ended}, then ${state}`);
      if (state === 'PLANNED' && ended === 'SUPPRESSED' && at >= row.at)
        wrong.push(`P2 ${row.id} was revived when due`);
      if (TERMINAL.has(state) && (ended === undefined || !TERMINAL.has(ended))) endedAt = at;
      ended = TERMINAL.has(state) ? state : undefined;
    }
    const limit = dueToEnd(row, run);
    if (ended === undefined && limit < run.endAt)
      wrong.push(`P2 ${row.id} is still ${row.state}, due ${row.deliverAt}`);
    if (ended !== undefined && endedAt > limit)
      wrong.push(`P2 ${row.id} (${row.channel}) ended ${row.state} at ${endedAt}, later than ${limit}`);
  }
  return wrong;
}

/** The outages that cover it, each with the recipient's next opening, and the grace. */
function dueToEnd({ deliverAt, recipientId, channel, history }: CheckedOccurrence, run: CheckedRun): string {
  // What was planned only after it was due (an outage, a change) counts from then.
  let at = [deliverAt, history[0]?.at ?? ''].sort().at(-1) ?? deliverAt;
  for (;;) {
    const end = plus(at, run.graceMinutes * MINUTE);
    const outage = run.outages.find(
      ({ of, from, until }) =>
        (of === 'workers' || of === (run.routes[channel] ?? channel)) && from <= end && until > at,
    );
    const next = outage ? outage.until : at;
    const open = nextOpen(next, run, recipientId);
    if (open === at) {
      const closing = nextOpen(end, run, recipientId);
      return closing === end ? end : plus(closing, run.graceMinutes * MINUTE);
    }
    at = open;
  }
}

/** P3: not at night, not on days off, not after the work is done, the person has left or lost their account. */
function disturbsNobody(run: CheckedRun): string[] {
  const wrong: string[] = [];
  const known = new Map(run.deliveries.map((delivery) => [delivery.key, delivery]));
  const rows = new Map(run.occurrences.map((row) => [row.id, row]));
  for (const { calledAt, key, person } of run.log) {
    if (!isOpen(calledAt, run, person)) wrong.push(`P3 ${key} went to ${person} at ${calledAt}, outside their hours`);
    const revokedAt = run.people.get(person)?.revokedAt;
    if (revokedAt !== undefined && revokedAt < calledAt)
      wrong.push(`P3 ${key} went to ${person} after their account was closed`);
    for (const id of known.get(key)?.occurrences ?? []) {
      const row = rows.get(id);
      if (row && calledAt < row.at && calledAt < row.deliverAt)
        wrong.push(`P3 ${id} went out at ${calledAt}, too early`);
      const events = run.enrolments.get(row?.enrolmentId ?? '')?.events ?? [];
      const before = events.filter(({ recordedAt }) => recordedAt < calledAt);
      if (row && isOver(row, before))
        wrong.push(`P3 ${id} (${row.ruleKey} ${row.key}) went out at ${calledAt}, after it was over`);
    }
  }
  return wrong;
}

function isOver({ itemKey, ruleKey }: CheckedOccurrence, events: CheckedEnrolment['events']): boolean {
  const last = events.findLast(({ type }) => STOPS.has(type) || GOES_ON.has(type));
  if (last && STOPS.has(last.type)) return true;
  if (itemKey === undefined) return false;
  const acts = events.filter(({ type, data }) => ACTS.has(type) && 'itemKey' in data && data.itemKey === itemKey);
  const act = acts.at(-1);
  if (!act || act.type === 'reopened') return ruleKey.startsWith('feedback');
  const returned = act.type === 'reviewed' && 'decision' in act.data && act.data.decision === 'RETURN';
  return ruleKey.startsWith('feedback') ? act.type !== 'submitted' : !returned;
}
const STOPS = new Set(['cancelled', 'paused']);
const GOES_ON = new Set(['cancellationUndone', 'resumed']);
const ACTS = new Set(['completed', 'submitted', 'reviewed', 'excused', 'reopened']);

/** P4: a number of days before the due date, on the working day at or before it, counted day by day. */
function countsDays(run: CheckedRun): string[] {
  const wrong: string[] = [];
  for (const { id, ruleKey, key, at, enrolmentId, expiresAt } of run.occurrences) {
    const days = run.daysBefore[ruleKey];
    if (days === undefined || expiresAt === undefined) continue;
    const zone = zoneOf(enrolmentId, run);
    let date = dayAfter(local(expiresAt, zone).date, -days);
    while (!works(date, run)) date = dayAfter(date, -1);
    const announced = local(at, zone);
    // Later only because the work came in hand later.
    if (announced.date < date || (announced.date === date && announced.time < '09:00'))
      wrong.push(`P4 ${id} (${key}) is announced on ${announced.date} ${announced.time}, and counts to ${date}`);
    if (
      announced.date > date &&
      announced.time === '09:00:00' &&
      works(announced.date, run) &&
      at.endsWith(':00.000Z')
    ) {
      const opened = run.enrolments
        .get(enrolmentId)
        ?.events.some(({ recordedAt }) => local(recordedAt, zone).date >= date);
      if (!opened) wrong.push(`P4 ${id} (${key}) is announced late, on ${announced.date} instead of ${date}`);
    }
  }
  return wrong;
}

const zoneOf = (enrolmentId: string, { enrolments }: CheckedRun): string => {
  const data = enrolments.get(enrolmentId)?.events[0]?.data;
  return data && 'zone' in data ? String(data.zone) : 'UTC';
};

/** P5: one row for each enrolment, rule, firing, recipient and channel. */
function plansOnce({ occurrences }: CheckedRun): string[] {
  const seen = new Set<string>();
  return occurrences.flatMap(({ enrolmentId, ruleKey, key, recipientId, channel }) => {
    const tuple = [enrolmentId, ruleKey, key, recipientId, channel].join(' | ');
    if (seen.has(tuple)) return [`P5 planned twice: ${tuple}`];
    seen.add(tuple);
    return [];
  });
}

/** P6: planned by the rules of the version that the person was in. */
function keepsVersions({ occurrences, enrolments }: CheckedRun): string[] {
  return occurrences.flatMap(({ id, enrolmentId, versionId, history }) => {
    const plannedAt = history.findLast(({ state }) => state === 'PLANNED' && state)?.at ?? '';
    const moved = enrolments
      .get(enrolmentId)
      ?.events.find(({ type, recordedAt }) => type === 'migrated' && recordedAt <= plannedAt);
    const version = moved ? 'v2' : 'v1';
    return version === versionId ? [] : [`P6 ${id} was planned by ${versionId} for a person in ${version}`];
  });
}

/** No deadline goes unannounced but for what HR can read: done, left, unknown, refused, or passed while nothing could be sent. */
function announcesDeadlines(run: CheckedRun): string[] {
  return run.occurrences.flatMap((row) => {
    if (!row.hard || (row.state !== 'EXPIRED' && row.state !== 'FAILED')) return [];
    if (row.reasonCode === 'rejected') return [];
    const { expiresAt = '', deliverAt, history } = row;
    const first = [deliverAt, history[0]?.at ?? ''].sort().at(-1) ?? '';
    const away = run.outages.some(
      ({ of, from, until }) =>
        (of === 'workers' || of === (run.routes[row.channel] ?? row.channel)) && from < expiresAt && until > first,
    );
    // Known only when the recipient had no hour left before it passed.
    const lastHour = plus(expiresAt, -run.graceMinutes * MINUTE);
    const hopeless = nextOpen(first, run, row.recipientId) >= lastHour;
    // Begun in the last minutes before closing time, refused by the provider, and nothing opened again before it passed.
    const tried = history.some(({ act }) => act === 'begin');
    const closed = tried && nextOpen(plus(first, run.graceMinutes * MINUTE), run, row.recipientId) >= lastHour;
    return away || hopeless || closed || late(row, run)
      ? []
      : [`HARD ${row.id} (${row.ruleKey} ${row.key}) ended ${row.state} ${row.reasonCode}`];
  });
}

/** An outage of the past that let the planner learn of it too late. */
const late = ({ history, expiresAt = '' }: CheckedOccurrence, { outages }: CheckedRun): boolean =>
  outages.some(
    ({ of, until }) =>
      of === 'workers' && until <= expiresAt && (history[0]?.at ?? '') >= until && plus(until, HOUR) > expiresAt,
  );

// ---- the checker's own clock and calendar
const formats = new Map<string, Intl.DateTimeFormat>();
function local(instant: string, zone: string): { date: string; time: string } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  const [date = '', time = ''] = format.format(Date.parse(instant)).split(' ');
  return { date, time };
}
const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const dayAfter = (date: string, days: number): string => plus(`${date}T00:00:00.000Z`, days * 24 * HOUR).slice(0, 10);
function works(date: string, { daysOff, daysOn }: CheckedRun): boolean {
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return daysOn.has(date) || (weekday !== 0 && weekday !== 6 && !daysOff.has(date));
}
function isOpen(instant: string, run: CheckedRun, personId: string): boolean {
  const { date, time } = local(instant, run.people.get(personId)?.zone ?? 'UTC');
  return works(date, run) && time >= `${run.quiet.until}:00` && time < `${run.quiet.from}:00`;
}
/** The first quarter of an hour from there on in which the person may be disturbed. */
function nextOpen(instant: string, run: CheckedRun, personId: string): string {
  if (isOpen(instant, run, personId)) return instant;
  let at = new Date(Math.floor(Date.parse(instant) / (15 * MINUTE)) * 15 * MINUTE).toISOString();
  while (!isOpen(at, run, personId)) at = plus(at, 15 * MINUTE);
  return at;
}

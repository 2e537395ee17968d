// What must hold of a run, told from outside: this file knows the tables and the providers' logs, and none of the code that made them.
// Its clock and calendar are the runtime's own and the published lists of days, read day by day.

export interface CheckedRun {
  occurrences: readonly CheckedOccurrence[];
  /** What is told at once, without a rule of the plan. */
  notices: readonly CheckedNotice[];
  deliveries: readonly { key: string; personId: string; route: string; state: string; dueAt: string }[];
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
  /** Messages that disturb a person on one day; one with a deadline goes out beyond it. */
  dailyBudget: number;
  /** Keys of the reminders of the version before people are moved, and after. */
  rules: { before: readonly string[]; after: readonly string[] };
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
  at: string;
  hard: boolean;
  expiresAt: string | null;
  itemKey: string | null;
  state: string;
  reasonCode: string | null;
  deliverAt: string;
  /** Of the message that it went into. */
  deliveryKey: string | null;
  history: History;
}

type History = readonly { at: string; state: string }[];

export interface CheckedNotice {
  id: string;
  recipientId: string;
  enrolmentId: string;
  /** `submitted:12`: the event that it tells of, by its number. */
  step: string;
  deliverAt: string;
  state: string;
  deliveryKey: string | null;
  history: History;
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
/** What a provider put off for days is tried again every six hours at least; it may fail once more. */
const PROVIDER_BACK = 12 * HOUR;

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
    ...keepsBudget(run),
  ].slice(0, 20);
}

/** What of an occurrence or a notice was in a message when its bytes left: it is on its way from then until what became of it is known. */
const isInMessage = ({ history }: { history: History }, calledAt: string): boolean =>
  history.some(
    ({ at, state }, index) =>
      (state === 'SENDING' || state === 'SENT') && at <= calledAt && (history[index + 1]?.at ?? calledAt) >= calledAt,
  );

/** P1, and that no provider dropped in silence what it had not shown. */
function arrivesOnce({ log, kinds, deliveries, occurrences, notices }: CheckedRun): string[] {
  const wrong: string[] = [];
  const known = new Map(deliveries.map((delivery) => [delivery.key, delivery]));
  const callsOf = Map.groupBy(log, ({ key }) => key);
  for (const [key, calls] of callsOf) {
    const delivery = known.get(key);
    if (!delivery) {
      wrong.push(`P1 ${key} was sent and is not in the ledger`);
      continue;
    }
    const kind = kinds[delivery.route];
    const shown = calls.filter(({ effect }) => effect).length;
    if (shown > 1) wrong.push(`P1 ${key} was shown ${shown} times by a ${kind} channel`);
    if (shown === 0) wrong.push(`P1 ${key} was dropped in silence by a ${kind} channel`);
    if (kind === 'none' && calls.length > 1)
      wrong.push(`P1 ${key} was sent ${calls.length} times where nothing dedupes`);
  }
  for (const row of [...occurrences, ...notices]) {
    const { id, state, deliveryKey } = row;
    const calls = callsOf.get(deliveryKey ?? '') ?? [];
    const isSent = state === 'SENT' || state === 'DELIVERED';
    // What is told of a notice that was put into a message stands with the message.
    const delivered = 'step' in row ? known.get(deliveryKey ?? '')?.state : state;
    if (isSent && (delivered === 'SENT' || delivered === 'DELIVERED') && calls.length === 0)
      wrong.push(`P1 ${id} is ${state} and no provider has it`);
    if ((state === 'SUPPRESSED' || state === 'EXPIRED') && calls.some(({ calledAt }) => isInMessage(row, calledAt)))
      wrong.push(`P1 ${id} is ${state} and went out`);
  }
  return wrong;
}

/** P2: one terminal state, in time. */
function endsOnce(run: CheckedRun): string[] {
  const wrong: string[] = [];
  // A notice stands in for its message once it is in one; it may go by chat.
  const told = run.notices.map((notice) => ({ ...notice, at: notice.deliverAt, channel: 'chat' }));
  for (const row of [...run.occurrences, ...told]) {
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
function dueToEnd(
  {
    deliverAt,
    recipientId,
    channel,
    history,
  }: Pick<CheckedOccurrence, 'deliverAt' | 'recipientId' | 'channel' | 'history'>,
  run: CheckedRun,
): string {
  // What was planned only after it was due (an outage, a change) counts from then.
  let at = [deliverAt, history[0]?.at ?? ''].sort().at(-1) ?? deliverAt;
  for (;;) {
    const end = plus(at, run.graceMinutes * MINUTE);
    const outage = run.outages
      .map(({ of, from, until }) => ({ of, from, until: of === 'workers' ? until : plus(until, PROVIDER_BACK) }))
      .find(
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
  const rowsOf = Map.groupBy(run.occurrences, ({ deliveryKey }) => deliveryKey);
  const noticeOf = new Map(run.notices.map((notice) => [notice.deliveryKey, notice]));
  for (const { calledAt, key, person } of run.log) {
    if (!isOpen(calledAt, run, person)) wrong.push(`P3 ${key} went to ${person} at ${calledAt}, outside their hours`);
    const revokedAt = run.people.get(person)?.revokedAt;
    if (revokedAt !== undefined && revokedAt < calledAt)
      wrong.push(`P3 ${key} went to ${person} after their account was closed`);
    // What happens at the very moment may come before the call or after it.
    const surely = (enrolmentId: string, holds: (events: CheckedEnrolment['events']) => boolean): boolean => {
      const events = run.enrolments.get(enrolmentId)?.events ?? [];
      return (
        holds(events.filter(({ recordedAt }) => recordedAt < calledAt)) &&
        holds(events.filter(({ recordedAt }) => recordedAt <= calledAt))
      );
    };
    for (const row of (rowsOf.get(key) ?? []).filter((one) => isInMessage(one, calledAt))) {
      if (calledAt < row.at && calledAt < row.deliverAt) wrong.push(`P3 ${row.id} went out at ${calledAt}, too early`);
      if (surely(row.enrolmentId, (events) => isOver(row, events)))
        wrong.push(`P3 ${row.id} (${row.ruleKey} ${row.key}) went out at ${calledAt}, after it was over`);
    }
    const notice = noticeOf.get(key);
    if (notice && surely(notice.enrolmentId, (events) => isReviewed(notice, events)))
      wrong.push(`P3 ${notice.id} (${notice.step}) went out at ${calledAt}, after the review`);
  }
  return wrong;
}

/** Work that came in and has been reviewed since waits for nobody. */
function isReviewed({ step }: CheckedNotice, events: CheckedEnrolment['events']): boolean {
  const [type, seq] = step.split(':');
  if (type !== 'submitted') return false;
  const [submitted, ...later] = events.slice(Number(seq) - 1);
  const itemOf = ({ data }: { data: object }) => ('itemKey' in data ? data.itemKey : undefined);
  const about = later.filter((event) => ACTS.has(event.type) && submitted && itemOf(event) === itemOf(submitted));
  return about.at(-1) !== undefined && about.at(-1)?.type !== 'submitted';
}

function isOver({ itemKey, ruleKey }: CheckedOccurrence, events: CheckedEnrolment['events']): boolean {
  const last = events.findLast(({ type }) => STOPS.has(type) || GOES_ON.has(type));
  if (last && STOPS.has(last.type)) return true;
  if (itemKey === null) return false;
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
    if (days === undefined || expiresAt === null) continue;
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
function keepsVersions({ occurrences, enrolments, rules }: CheckedRun): string[] {
  return occurrences.flatMap(({ id, enrolmentId, ruleKey, history }) => {
    const movedAt = enrolments.get(enrolmentId)?.events.find(({ type }) => type === 'migrated')?.recordedAt;
    return history.flatMap(({ at, state }) => {
      if (state !== 'PLANNED') return [];
      const isMoved = movedAt !== undefined && movedAt < at;
      // At the very moment either may have planned it.
      const known = movedAt === at ? [...rules.before, ...rules.after] : isMoved ? rules.after : rules.before;
      return known.includes(ruleKey) ? [] : [`P6 ${id} was planned by ${ruleKey}, which the person's version has not`];
    });
  });
}

/** No deadline goes unannounced but for what HR can read: done, left, unknown, refused, or passed while nothing could be sent. */
function announcesDeadlines(run: CheckedRun): string[] {
  return run.occurrences.flatMap((row) => {
    if (!row.hard || (row.state !== 'EXPIRED' && row.state !== 'FAILED')) return [];
    if (row.reasonCode === 'rejected') return [];
    const { deliverAt, history } = row;
    const expiresAt = row.expiresAt ?? '';
    const first = [deliverAt, history[0]?.at ?? ''].sort().at(-1) ?? '';
    const away = run.outages.some(
      ({ of, from, until }) =>
        (of === 'workers' || of === (run.routes[row.channel] ?? row.channel)) && from < expiresAt && until > first,
    );
    // Known only when the recipient had no hour left before it passed.
    const lastHour = plus(expiresAt, -run.graceMinutes * MINUTE);
    const hopeless = nextOpen(first, run, row.recipientId) >= lastHour;
    // Begun in the last minutes before closing time, refused by the provider, and nothing opened again before it passed.
    const tried = history.some(({ state }) => state === 'SENDING');
    const closed = tried && nextOpen(plus(first, run.graceMinutes * MINUTE), run, row.recipientId) >= lastHour;
    return away || hopeless || closed || late(row, run)
      ? []
      : [`HARD ${row.id} (${row.ruleKey} ${row.key}) ended ${row.state} ${row.reasonCode}`];
  });
}

/** An outage of the past that let the planner learn of it too late. */
const late = ({ history, expiresAt }: CheckedOccurrence, { outages }: CheckedRun): boolean =>
  expiresAt !== null &&
  outages.some(
    ({ of, until }) =>
      of === 'workers' && until <= expiresAt && (history[0]?.at ?? '') >= until && plus(until, HOUR) > expiresAt,
  );

/** No more messages than the budget of a person's day, but for those with a deadline; of two at one moment either may be the last. */
function keepsBudget(run: CheckedRun): string[] {
  const hard = new Set(run.occurrences.flatMap((row) => (row.hard ? [row.deliveryKey] : [])));
  const notices = new Set(run.notices.map(({ deliveryKey }) => deliveryKey));
  const counted = run.deliveries.filter(
    ({ route, state }) => route !== 'inbox' && state !== 'SUPPRESSED' && state !== 'EXPIRED' && state !== 'FAILED',
  );
  const days = Map.groupBy(
    counted,
    ({ personId, dueAt }) => `${personId} ${local(dueAt, run.people.get(personId)?.zone ?? 'UTC').date}`,
  );
  return [...days].flatMap(([day, list]) =>
    [...Map.groupBy(list, ({ dueAt }) => dueAt)].flatMap(([at, together]) => {
      // A notice that could not wait counts as a deadline, and only its sender knows that.
      const soft = together.filter(({ key }) => !hard.has(key) && !notices.has(key)).length;
      const before = list.filter(({ dueAt }) => dueAt < at).length;
      return soft > 0 && before + soft > run.dailyBudget
        ? [`CAP ${day}: ${before} messages before ${at}, and ${soft} more`]
        : [];
    }),
  );
}

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

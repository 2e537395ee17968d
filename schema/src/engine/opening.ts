// biome-ignore-all lint/suspicious/noImportCycles: what opens asks for dates and results, and these ask what has opened
import { type Instant, laterOf } from '../time/index.js';
import { dateIn, isKnown } from './dates.js';
import { countsAsCompleted } from './item-record.js';
import { type Need, needOf } from './need.js';
import { BUSY, noteChange, pastOf, type Settling } from './settling.js';
import { append, atLeast, holdsAt, intersect, NEVER, type Span, union, without } from './span.js';

/** When something opened, or by time alone will. */
export interface Opening {
  /** Absent = it waits for more than time. */
  at?: Instant;
  /** Opened by the instant of the look. */
  open: boolean;
  provisional: boolean;
  awaiting?: string;
  /** While it can no longer open. */
  never: readonly Span[];
}

const NOT_YET: Opening = { open: false, provisional: false, never: NEVER };

/**
 * From when on a stage is to be open; pauses are looked at by `stageOpening` and by each item.
 * A stage that was open in the version before stays open.
 */
export function stageGate(s: Settling, position: number): Opening {
  const known = s.stageGates[position];
  if (known === BUSY) return NOT_YET;
  if (known) return known;
  s.stageGates[position] = BUSY;
  const gate = carriedStage(s, position) ?? plannedStage(s, position);
  s.stageGates[position] = gate;
  if (gate.at !== undefined) noteChange(s, gate.at);
  return gate;
}

function plannedStage(s: Settling, position: number): Opening {
  const indexed = s.plan.stages[position];
  if (!indexed) return NOT_YET;
  const date = dateIn(s, indexed.opensSlot, indexed.stage.opens, { stage: position });
  if (!date) return { at: s.state.startAt, open: s.state.startAt <= s.at, provisional: false, never: NEVER };
  if (!isKnown(date)) return { open: false, provisional: false, awaiting: date.awaiting, never: date.never };
  return { at: date.at, open: date.at <= s.at, provisional: date.provisional, never: NEVER };
}

function carriedStage(s: Settling, position: number): Opening | undefined {
  const last = s.state.eras.length - 1;
  const old = s.state.eras[last]?.carriedStages[position];
  const past = old === undefined ? undefined : pastOf(s, last);
  const opening = past && old !== undefined ? stageOpening(past, old) : undefined;
  return opening?.open ? opening : undefined;
}

/** When a stage really opened: not while the enrolment was paused. */
export function stageOpening(s: Settling, position: number): Opening {
  const gate = stageGate(s, position);
  if (gate.at === undefined || s.state.pauses.length === 0) return gate;
  const at = without([{ from: gate.at }], s.state.pauses)[0]?.from;
  return { ...gate, at, open: at !== undefined && at <= s.at };
}

/** What an item needs to open, worked out once. */
export function needFor(s: Settling, position: number): Need | undefined {
  const known = s.needs[position];
  if (known === BUSY) return undefined;
  if (known) return known;
  const indexed = s.plan.items[position];
  if (!indexed) return undefined;
  s.needs[position] = BUSY;
  const need = needOf(s, indexed);
  s.needs[position] = need;
  return need;
}

/** When an item opened, the first instant at which all it needs held; or when it will if nothing else happens. */
export function openingOf(s: Settling, position: number): Opening {
  const known = s.openings[position];
  if (known === BUSY) return NOT_YET;
  if (known) return known;
  s.openings[position] = BUSY;
  const opening = findOpening(s, position);
  s.openings[position] = opening;
  if (opening.at !== undefined) noteChange(s, opening.at);
  return opening;
}

function findOpening(s: Settling, position: number): Opening {
  const need = needFor(s, position);
  if (!need) return NOT_YET;
  const byRule = without(without(need.truth.yes, s.state.pauses), unchosen(s, position))[0]?.from;
  const byAct = s.state.items[position]?.firstActAt;
  const at = earliest(byRule, byAct, carriedOpening(s, position));
  return {
    at,
    open: at !== undefined && at <= s.at,
    provisional: at !== undefined && at === byRule && isProvisional(s, need, at),
    never: need.truth.no,
  };
}

const earliest = (...instants: (Instant | undefined)[]): Instant | undefined =>
  instants.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);

/** Whether a calendar year may still move the opening: only a date or a lag that lies in the future is open to that. */
function isProvisional(s: Settling, need: Need, at: Instant): boolean {
  if (at <= s.at) return false;
  switch (need.kind) {
    case 'stage':
      return stageGate(s, need.stage).provisional;
    case 'date':
    case 'item':
      return need.provisional;
    case 'parts':
      return need.parts.some((part) => isProvisional(s, part, at));
    default:
      return false;
  }
}

/** An item that was open in the version before and whose state was carried over stays open. */
function carriedOpening(s: Settling, position: number): Instant | undefined {
  const last = s.state.eras.length - 1;
  const old = s.state.eras[last]?.carriedItems[position];
  const past = old === undefined ? undefined : pastOf(s, last);
  const opening = past && old !== undefined ? openingOf(past, old) : undefined;
  return opening?.open ? opening.at : undefined;
}

/**
 * While an item does not apply: before it opened, as long as it could not open any more; an elective that nobody has
 * touched, as long as its group is satisfied without it. What was acted on applies.
 */
export function notApplicable(s: Settling, position: number): readonly Span[] {
  const known = s.notApplicable[position];
  if (known === BUSY) return NEVER;
  if (known) return known;
  const phase = s.state.items[position]?.phase ?? 'OPEN';
  if (phase !== 'OPEN') return NEVER;
  s.notApplicable[position] = BUSY;
  const { at, never } = openingOf(s, position);
  const closed = at === undefined || never.length === 0 ? never : intersect(never, [{ from: '', to: at }]);
  const left = unchosen(s, position);
  const spans = left.length === 0 ? closed : union(closed, left);
  s.notApplicable[position] = spans;
  return spans;
}

/** While an elective that nobody has touched is not needed: all its groups are satisfied by others. */
function unchosen(s: Settling, position: number): readonly Span[] {
  const groups = s.plan.items[position]?.groups ?? [];
  if (groups.length === 0 || (s.state.items[position]?.phase ?? 'OPEN') !== 'OPEN') return NEVER;
  return atLeast(
    groups.length,
    groups.map((group) => groupSatisfied(s, group, position)),
  );
}

/**
 * While enough of an elective group is completed by others than the given item. Looks at what was done alone, and
 * counts it from when it was known: what is backdated does not take away what had opened meanwhile.
 */
function groupSatisfied(s: Settling, position: number, but: number): readonly Span[] {
  const group = s.plan.groups[position];
  if (!group) return NEVER;
  // Only an item that has been completed before, and was reopened, can be among those that count.
  const own = (s.state.items[but]?.marks.length ?? 0) > 0;
  const known = own ? undefined : s.satisfiedGroups[position];
  if (known) return known;
  const others = own ? group.items.filter((item) => item !== but) : group.items;
  const spans = atLeast(
    group.group.choose,
    others.map((item) => knownCompleted(s, item)),
  );
  if (!own) s.satisfiedGroups[position] = spans;
  return spans;
}

function knownCompleted(s: Settling, item: number): readonly Span[] {
  const marks = s.state.items[item]?.marks ?? [];
  const spans: Span[] = [];
  marks.forEach((mark, i) => {
    if (!countsAsCompleted(mark.settled)) return;
    const to = marks[i + 1]?.from;
    const from = laterOf(mark.from, mark.recordedAt);
    if (to === undefined || from < to) append(spans, from, to);
  });
  return spans;
}

/** Whether an item does not apply now. */
export const doesNotApply = (s: Settling, position: number): boolean => holdsAt(notApplicable(s, position), s.at);

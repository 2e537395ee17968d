import { canonicalJson, findItem, type PlanDefinition } from '@planwright/schema/definition';
import {
  type CorrectedDate,
  correctedDates,
  type EnrolmentEvent,
  type Environment,
  publishedMoves,
  type VersionId,
} from '@planwright/schema/engine';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';
import { calendarsWith, type DefinitionCache, workspaceEnvironment } from '../plans/index.js';
import { sha256 } from '../statistics/index.js';
import { readRecords } from './read-records.js';
import { versionsNamed } from './versions-named.js';

export interface YearToPublish {
  calendar: string;
  year: number;
  off: PlainDate[];
  on: PlainDate[];
}

/** Enrolments that may hold a provisional date: an item or a stage says so, and it is not over. */
const PROVISIONAL = statement(
  { id: 'uuid' },
  `
select s.enrolment_id as id from enrolment_state s
where s.workspace_id = $1::uuid and s.status <> 'CANCELLED' and (
  exists (select 1 from item_state i where i.enrolment_id = s.enrolment_id and i.provisional)
  or exists (select 1 from jsonb_array_elements(s.stages) as stage where (stage ->> 'provisional')::boolean)
  or exists (select 1 from item_state i, jsonb_array_elements(i.steps) as step
    where i.enrolment_id = s.enrolment_id and (step ->> 'provisional')::boolean)
)
order by s.enrolment_id`,
);
const RUNNING = statement(
  { id: 'uuid' },
  `
select enrolment_id as id from enrolment_state
where workspace_id = $1::uuid and status not in ('CANCELLED', 'COMPLETED') order by enrolment_id`,
);

/** Whose dates a year may move: of one that was known before everybody's who is under way, else of those with provisional dates. */
export async function concernedBy(tx: Tx, workspaceId: string, isKnown: boolean): Promise<string[]> {
  return (await tx.rows(isKnown ? RUNNING : PROVISIONAL, [workspaceId])).map(({ id }) => id);
}

export const isKnownYear = ({ calendars }: Environment, { calendar, year }: YearToPublish): boolean =>
  calendars[calendar]?.years[year] !== undefined;

/** What the year, known before or not, moves for one person. */
export function movesFor(
  definitions: Record<VersionId, PlanDefinition>,
  events: readonly EnrolmentEvent[],
  before: Environment,
  after: Environment,
  isKnown: boolean,
): CorrectedDate[] {
  return isKnown ? correctedDates(definitions, events, before, after) : publishedMoves(definitions, events, after);
}

/** One date that would move. */
export interface CalendarMove extends CorrectedDate {
  enrolmentId: string;
  title: LocalizedText;
}

export interface CalendarPreview {
  /** The year was published before: this would correct it. */
  corrects: boolean;
  enrolments: number;
  moves: CalendarMove[];
  hash: string;
}

/** Read in parts, so that others are answered in between and no parameter outgrows what PostgreSQL reads. */
const PART = 100;

/** What publishing or correcting a year would move, without doing it. As worker. */
export async function previewCalendarYear(
  tx: Tx,
  definitions: DefinitionCache,
  { workspaceId, now }: { workspaceId: string; now: Instant },
  year: YearToPublish,
): Promise<CalendarPreview> {
  const before = await workspaceEnvironment(tx, workspaceId, now);
  const after = { ...before, calendars: calendarsWith(before.calendars, year) };
  const isKnown = isKnownYear(before, year);
  const ids = await concernedBy(tx, workspaceId, isKnown);
  const moves: CalendarMove[] = [];
  for (let start = 0; start < ids.length; start += PART) {
    const records = await readRecords(tx, ids.slice(start, start + PART));
    const all = [...records].map(([id, { events }]) => ({ id, events: events.map(({ event }) => event) }));
    const known = await definitions.load(tx, versionsNamed(all.flatMap(({ events }) => events)));
    for (const { id, events } of all) {
      const found = movesFor(known, events, before, after, isKnown);
      const definition = known[versionsNamed(events).at(-1) ?? ''];
      moves.push(...found.map((move) => ({ ...move, enrolmentId: id, title: titleOf(definition, move) })));
    }
  }
  moves.sort((a, b) => (a.enrolmentId < b.enrolmentId ? -1 : a.enrolmentId > b.enrolmentId ? 1 : 0));
  return {
    corrects: isKnown,
    enrolments: new Set(moves.filter(({ before: was, at }) => was !== at).map(({ enrolmentId }) => enrolmentId)).size,
    moves: moves.filter(({ before: was, at }) => was !== at),
    hash: hashOf(year, moves),
  };
}

/** Equal exactly when the same days move the same dates. */
export const hashOf = (
  { calendar, year, off, on }: YearToPublish,
  moves: readonly (CorrectedDate & { enrolmentId: string })[],
): string =>
  sha256(
    canonicalJson({
      calendar,
      year,
      off,
      on,
      moves: moves.map(({ enrolmentId, itemKey, stepKey, stageKey, which, before, at }) =>
        [enrolmentId, itemKey ?? '', stepKey ?? '', stageKey ?? '', which, before, at].join(' '),
      ),
    }),
  );

function titleOf(definition: PlanDefinition | undefined, { itemKey, stageKey }: CorrectedDate): LocalizedText {
  const item = itemKey === undefined ? undefined : definition && findItem(definition, itemKey)?.item;
  return item?.title ?? definition?.stages.find(({ key }) => key === stageKey)?.title ?? {};
}

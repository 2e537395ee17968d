import type { PlanDefinition } from '@planwright/schema/definition';
import type { ItemOutcome, ItemStateKind } from '@planwright/schema/engine';
import { everyShare, FIGURE_COLUMNS, type FigureColumn, shareIn } from '@planwright/schema/figures';
import { type ItemKind, kindOf } from '@planwright/schema/kinds';
import { addDays, type PlainDate, type Zone } from '@planwright/schema/time';
import { columnName, columns, instantSql, json, type Sql, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import type { DefinitionCache } from '../plans/index.js';
import { EnrolmentEntity, EnrolmentStateEntity } from '../progress/entities.js';
import { type AttributedRow, type Move, versionRuns } from './person-rows/attribution.js';
import { FEWEST_RESPONDENTS } from './person-rows/fewest-respondents.js';
import type { ItemFact, MeasuredValue } from './person-rows/person-row.js';

/** Days after the start within which a value that is flagged as a baseline still is one of this plan. */
const BASELINE_GRACE_DAYS = 31;

interface StoredItem {
  key: string;
  state: ItemStateKind;
  outcome: ItemOutcome | null;
  onTime: boolean | null;
  score: number | null;
  partners: string[];
}

interface StoredRow
  extends Omit<AttributedRow, 'process' | 'items' | 'baseline' | 'outcome' | 'runs' | 'measured'>,
    Record<FigureColumn, number> {
  zone: Zone;
  moves: Move[];
  mentorDepartmentId: string | null;
  /** When the person began the same plan once more, if ever: what is measured from then on came of that. */
  nextStartsOn: PlainDate | null;
  items: StoredItem[];
  /** By item, also of items that the version no longer has. */
  minutes: Record<string, number>;
  mentorResponseHours: number | null;
  sharedDocuments: number;
}

const FIGURES_OF_PERSON = FIGURE_COLUMNS.map((column) => `s.${columnName(column)} as "${column}"`).join(', ');

const PEOPLE = statement(
  {
    ...columns(EnrolmentEntity, 'personId', 'mentorId', 'startsOn', 'zone'),
    ...columns(PersonEntity, 'name', 'departmentId', 'jobRole'),
    ...columns(EnrolmentStateEntity, 'status', ...FIGURE_COLUMNS),
    enrolmentId: 'uuid',
    mentorName: 'text',
    mentorDepartmentId: 'uuid?',
    versionId: 'uuid',
    moves: json<Move[]>(),
    nextStartsOn: 'date?',
    items: json<StoredItem[]>(),
    minutes: json<Record<string, number>>(),
    mentorResponseHours: 'double?',
    sharedDocuments: 'int',
  },
  `
select e.id as "enrolmentId", e.person_id as "personId", p.name, p.department_id as "departmentId", p.job_role as "jobRole",
  e.mentor_id as "mentorId", m.name as "mentorName", m.department_id as "mentorDepartmentId",
  e.plan_version_id as "versionId", s.status, e.starts_on as "startsOn", e.zone,
  coalesce((select json_agg(json_build_object('type', v.type, 'migrationId', v.data ->> 'migrationId',
      'fromVersionId', v.data ->> 'fromVersionId', 'toVersionId', v.data ->> 'toVersionId', 'at', ${instantSql('v.occurred_at')})
      order by v.seq) from progress_event v
    where v.enrolment_id = e.id and v.type in ('migrated', 'migrationUndone')), '[]') as moves,
  (select min(n.starts_on) from enrolment n join cohort d on d.id = n.cohort_id
    where n.person_id = e.person_id and d.plan_id = c.plan_id and n.starts_on > e.starts_on) as "nextStartsOn", ${FIGURES_OF_PERSON},
  coalesce((select json_agg(json_build_object('key', i.item_key, 'state', i.state, 'outcome', i.outcome,
      'onTime', i.on_time, 'score', i.score, 'partners', coalesce((select json_agg(w.person_id) from enrolment_partner w
        join person o on o.id = w.person_id
        where w.enrolment_id = e.id and w.item_key = i.item_key and o.department_id is distinct from p.department_id), '[]'))
      order by i.position) from item_state i where i.enrolment_id = e.id), '[]') as items,
  coalesce((select json_object_agg(said.key, said.minutes) from (
      select v.data ->> 'itemKey' as key, sum((v.data ->> 'minutes')::float8) as minutes from progress_event v
      where v.enrolment_id = e.id and v.type = 'completed' and v.data ->> 'minutes' is not null group by 1) said), '{}') as minutes,
  (select avg(extract(epoch from b.reviewed_at - b.submitted_at) / 3600)::float8 from submission b
    where b.enrolment_id = e.id and b.review_by = 'MENTOR' and b.reviewed_at is not null) as "mentorResponseHours",
  (select count(*)::int from submission b where b.enrolment_id = e.id and (b.artefact is not null or exists (select 1 from file f where f.submission_id = b.id))) as "sharedDocuments"
from enrolment e
join cohort c on c.id = e.cohort_id
join person p on p.id = e.person_id
join enrolment_state s on s.enrolment_id = e.id
left join person m on m.id = e.mentor_id
where e.workspace_id = $1::uuid and ($2::uuid is null or e.cohort_id = $2::uuid) and ($3::uuid[] is null or e.id = any($3::uuid[]))
order by e.id`,
);

/**
 * Recorded values, and those of surveys that are over: of a team at least five answers about the person, of superiors (one
 * about each) those of at least five superiors about the people who are read. A survey's day is the one on which it ended.
 */
const VALUES = statement(
  { metric: 'text', personId: 'uuid', day: 'date', value: 'double', baseline: 'boolean', raterId: 'uuid?' },
  `
with people as (select distinct e.person_id as id from enrolment e where e.id = any($2::uuid[])),
rounds as (
  select r.id, r.respondents, r.closes_on as day,
    (select count(distinct i.respondent_id) from survey_invitation i
      where i.round_id = r.id and i.answered_on is not null and i.about_id in (select id from people)) as answering
  from survey_round r
  where r.workspace_id = $1::uuid and r.respondents <> 'LEARNER' and r.closes_on < $3::date
)
select m.metric_key as metric, m.person_id as "personId", m.measured_on as day, m.value, m.baseline, null::uuid as "raterId"
from measurement m where m.workspace_id = $1::uuid and m.person_id in (select id from people) and m.measured_on <= $3::date
union all
select case r.respondents when 'TEAM' then 'satisfaction-team' else 'satisfaction-superior' end, a.about_id, r.day,
  avg(a.score), false, case r.respondents when 'SUPERIOR' then (select i.respondent_id from survey_invitation i
    where i.round_id = r.id and i.about_id = a.about_id limit 1) end
from survey_answer a join rounds r on r.id = a.round_id
where a.about_id in (select id from people) and r.answering >= ${FEWEST_RESPONDENTS}
group by r.id, r.respondents, r.day, a.about_id having r.respondents = 'SUPERIOR' or count(*) >= ${FEWEST_RESPONDENTS}
order by 3, 1`,
);

interface ValueRow {
  metric: string;
  personId: string;
  day: PlainDate;
  value: number;
  baseline: boolean;
  raterId: string | null;
}

export interface PersonRowsOf {
  workspaceId: string;
  /** One of the two, or both. */
  cohortId?: string;
  enrolmentIds?: readonly string[];
  /** The last day that counts, in the workspace's time: what was measured after it is not there. */
  until: PlainDate;
}

/**
 * One plain row per enrolment (cancelled ones too), in the order of ids: what statistics are made of. As worker, because
 * answers to surveys are nobody's to read: callers check before whether the viewer may know. Process figures are those of now.
 */
export async function readPersonRows(
  sql: Sql,
  definitions: DefinitionCache,
  of: PersonRowsOf,
): Promise<AttributedRow[]> {
  const stored = await sql.rows(PEOPLE, [of.workspaceId, of.cohortId ?? null, of.enrolmentIds ?? null]);
  const ids = stored.map(({ enrolmentId }) => enrolmentId);
  const [values, known] = await Promise.all([
    sql.rows(VALUES, [of.workspaceId, ids, of.until]),
    definitions.load(
      sql,
      stored.map(({ versionId }) => versionId),
    ),
  ]);
  const byPerson = Map.groupBy(values, ({ personId }) => personId);
  return stored.map((row) => personRow(row, known[row.versionId], byPerson.get(row.personId) ?? []));
}

function personRow(row: StoredRow, definition: PlanDefinition | undefined, values: readonly ValueRow[]): AttributedRow {
  const { enrolmentId, personId, name, departmentId, jobRole, mentorId, mentorName, versionId, status, startsOn } = row;
  const own = new Map(
    definition?.stages.flatMap((stage) => stage.items.map((item) => [item.key, item] as const)) ?? [],
  );
  const items = row.items.flatMap((item): DoneItem[] => {
    const defined = own.get(item.key);
    if (!defined || item.state === 'NOT_APPLICABLE') return [];
    return [itemFact(item, defined.kind, defined.requirement, row.minutes[item.key])];
  });
  const spent = Object.values(row.minutes);
  const scores = items.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return {
    enrolmentId,
    personId,
    name,
    departmentId,
    jobRole,
    mentorId,
    mentorName,
    versionId,
    status,
    startsOn,
    process: {
      ...everyShare((name) => shareIn(row, name)),
      feedbackInTime: { count: row.feedbackInTime, of: row.feedbackOf },
      minutes: spent.length === 0 ? null : spent.reduce((sum, minutes) => sum + minutes, 0),
      quality: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score / scores.length, 0),
      mentorResponseHours: row.mentorResponseHours,
      contacts: contactsOf(row, items),
      sharedDocuments: row.sharedDocuments,
    },
    items: items.map(({ state: _state, partners: _partners, ...fact }) => fact),
    runs: versionRuns(versionId, startsOn, row.zone, row.moves),
    ...measuredOf(values, startsOn, row.nextStartsOn),
  };
}

const GOOD: ReadonlySet<ItemOutcome | null> = new Set(['COMPLETED', 'PASSED', 'APPROVED']);

type DoneItem = ItemFact & Pick<StoredItem, 'state' | 'partners'>;

function itemFact(
  { key, state, outcome, onTime, score, partners }: StoredItem,
  kind: ItemKind,
  requirement: ItemFact['requirement'],
  minutes: number | undefined,
): DoneItem {
  return {
    key,
    kind,
    requirement,
    state,
    partners,
    done: state === 'EXCUSED' || (state === 'DONE' && GOOD.has(outcome)),
    ...(onTime === null ? {} : { onTime }),
    ...(score === null ? {} : { score }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

/** Partners from elsewhere in finished items, and a mentor from elsewhere that the person met. */
function contactsOf(row: StoredRow, items: readonly DoneItem[]): number {
  const done = items.filter((item) => item.state === 'DONE' || item.state === 'SUBMITTED');
  const met = new Set(done.flatMap(({ partners }) => partners));
  const elsewhere = row.mentorId !== null && row.mentorDepartmentId !== row.departmentId;
  if (elsewhere && row.mentorId !== null && done.some((item) => kindOf(item).isMeeting)) met.add(row.mentorId);
  return met.size;
}

/** Values come in the order of their days, so the last one stays. A baseline is never an outcome. */
function measuredOf(
  values: readonly ValueRow[],
  startsOn: PlainDate,
  nextStartsOn: PlainDate | null,
): Pick<AttributedRow, 'baseline' | 'outcome' | 'measured'> {
  const measured: Record<string, MeasuredValue[]> = {};
  const isNext = (day: PlainDate): boolean => nextStartsOn !== null && day >= nextStartsOn;
  const baseline: Record<string, number> = {};
  const outcome: Record<string, MeasuredValue> = {};
  const graceEnds = addDays(startsOn, BASELINE_GRACE_DAYS);
  for (const { metric, day, value, baseline: flagged, raterId } of values) {
    // A baseline belongs to its enrolment: what was taken for the next one says nothing of how this one began.
    if (flagged ? day <= graceEnds && !isNext(day) : day < startsOn) baseline[metric] = value;
    else if (!flagged && !isNext(day)) {
      const one = { value, measuredOn: day, ...(raterId === null ? {} : { raterId }) };
      outcome[metric] = one;
      measured[metric] = [...(measured[metric] ?? []), one];
    }
  }
  return { baseline, outcome, measured };
}

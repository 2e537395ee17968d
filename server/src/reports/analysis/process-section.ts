import { FIGURES, SHARE_NAMES } from '@planwright/schema/figures';
import type { LocalizedText } from '@planwright/schema/text';
import type { PersonRow } from '../../outcomes/person-rows/index.js';
import { say } from '../generated/messages.js';
import type { ReportInput, ShareLine } from './report-data.js';
import { countPeople, shareLine, withoutSmallGroups } from './share-lines.js';

/** People who were cancelled count in the flow alone. */
export const running = <Row extends Pick<PersonRow, 'status'>>(rows: readonly Row[]): Row[] =>
  rows.filter(({ status }) => status !== 'CANCELLED');

export function processSection({ rows }: ReportInput): ShareLine[] {
  const people = running(rows);
  return SHARE_NAMES.map((key) =>
    shareLine(
      key,
      FIGURES[key].title,
      people.map(({ process }) => process[key]),
    ),
  );
}

/** Completion of the required things of each stage. */
export function stageSection({ definition, rows }: ReportInput): ShareLine[] {
  const people = running(rows);
  return definition.stages.map((stage) => {
    const required = new Set(stage.items.flatMap((item) => (item.requirement === 'REQUIRED' ? [item.key] : [])));
    const shares = people.map(({ items }) => {
      const own = items.filter(({ key }) => required.has(key));
      return { count: own.filter(({ done }) => done).length, of: own.length };
    });
    return shareLine(stage.key, stage.title, shares);
  });
}

export function departmentSection({ departments, rows }: ReportInput): ShareLine[] {
  const groups = new Map<string, PersonRow[]>();
  for (const row of running(rows)) {
    const key = row.departmentId ?? '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const none = say('processSection.none');
  return withoutSmallGroups(
    [...groups].map(([key, people]) => {
      const name = departments[key];
      const title = name === undefined ? none : { 'zh-CN': name, en: name };
      return {
        people: countPeople(people),
        line: shareLine(
          key,
          title,
          people.map(({ process }) => process.completion),
        ),
      };
    }),
  );
}

/** Eligible → started → completed → outcome measured: who is in the figures, and who is not. */
export function flowSection({
  rows,
  primaryMetric,
}: ReportInput): { key: string; title: LocalizedText; count: number }[] {
  const measured = rows.filter(({ outcome }) =>
    primaryMetric === null ? Object.keys(outcome).length > 0 : outcome[primaryMetric] !== undefined,
  );
  const count = (test: (row: PersonRow) => boolean) => rows.filter(test).length;
  return [
    { key: 'enrolled', title: say('processSection.enrolled'), count: rows.length },
    {
      key: 'cancelled',
      title: say('processSection.cancelled'),
      count: count(({ status }) => status === 'CANCELLED'),
    },
    {
      key: 'started',
      title: say('processSection.started'),
      count: count(({ items }) => items.some(({ done }) => done)),
    },
    {
      key: 'completed',
      title: say('processSection.completed'),
      count: count(({ status }) => status === 'COMPLETED'),
    },
    { key: 'measured', title: say('processSection.outcomeMeasured'), count: measured.length },
  ];
}

import { columnName, columnNames, quotedNames } from '../../database/index.js';
import { ADDED } from './added-figures.js';

const names = ADDED.map(({ figure }) => figure);
const each = (write: (figure: string, column: string) => string): string =>
  names.map((figure) => write(figure, columnName(figure))).join(', ');

/** The figures of `board_counter`, as statements name them. Every list has the same order. */
export const FIGURE_SQL = {
  /** `people, on_time` */
  columns: columnNames(names),
  /** `people, "onTime"` */
  quoted: quotedNames(names),
  /** `people int, "onTime" int` */
  record: names.map((name) => `"${name}" int`).join(', '),
  /** `people = c.people + excluded.people` */
  added: each((_, column) => `${column} = c.${column} + excluded.${column}`),
  /** `people = excluded.people` */
  replaced: each((_, column) => `${column} = excluded.${column}`),
  /** `c.people, c.on_time as "onTime"` */
  selected: (counter: string) => each((figure, column) => `${counter}.${column} as "${figure}"`),
  /** `'people', k.people, 'onTime', k.on_time`: for `json_build_object`. */
  pairs: (counter: string) => each((figure, column) => `'${figure}', ${counter}.${column}`),
  /** `count(s.id)::int as people`: over rows of `enrolment_state s`, under the names of columns or of properties. */
  counted: (as: 'columns' | 'properties') =>
    ADDED.map(({ figure, counted }) => `${counted} as "${as === 'columns' ? columnName(figure) : figure}"`).join(', '),
  /** `('on_time', coalesce(b.on_time, 0), counted.on_time)`: what is stored beside what is counted. */
  compared: (counter: string, counted: string) =>
    each((_, column) => `('${column}', coalesce(${counter}.${column}, 0), ${counted}.${column})`),
} as const;

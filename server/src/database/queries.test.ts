import { describe, expect, test } from '@jest/globals';
import { peopleEntities } from '../people/entities.js';
import { anyOf, queriesOver } from './queries.js';

const tables = queriesOver(...peopleEntities);
const textOf = (query: { compile(): { sql: string } }): string => query.compile().sql;

describe('queries over entities', () => {
  test('name columns as the database does, and rows as the entities do', () => {
    const query = tables
      .selectFrom('person as p')
      .leftJoin('department as d', 'd.id', 'p.departmentId')
      .select(['p.id', 'p.jobRole', 'd.name as departmentName'])
      .where('p.managerId', '=', anyOf(['a', 'b']));
    expect(query.compile()).toMatchObject({
      sql: 'select "p"."id", "p"."job_role" as "jobRole", "d"."name" as "departmentName" from "person" as "p" left join "department" as "d" on "d"."id" = "p"."department_id" where "p"."manager_id" = any($1)',
      parameters: [['a', 'b']],
    });
  });

  test('of a query within another one the names stay those of columns', () => {
    const led = tables
      .selectFrom('person as r')
      .select((r) => ['r.managerId', r.fn.countAll<string>().as('howMany')])
      .groupBy('r.managerId')
      .as('led');
    expect(
      textOf(
        tables.selectFrom('person as p').innerJoin(led, 'led.managerId', 'p.id').select(['p.timeZone', 'led.howMany']),
      ),
    ).toBe(
      'select "p"."time_zone" as "timeZone", "led"."how_many" as "howMany" from "person" as "p" inner join (select "r"."manager_id" as "manager_id", count(*) as "how_many" from "person" as "r" group by "r"."manager_id") as "led" on "led"."manager_id" = "p"."id"',
    );
  });

  test('what a write answers has the names of the entities too', () => {
    expect(
      textOf(
        tables.updateTable('person').set({ jobRole: 'x' }).where('externalId', '=', 'y').returning(['id', 'timeZone']),
      ),
    ).toBe('update "person" set "job_role" = $1 where "external_id" = $2 returning "id", "time_zone" as "timeZone"');
  });

  test('columns are named: a table may get new ones', () => {
    expect(() => textOf(tables.selectFrom('person').selectAll())).toThrow('columns are named one by one');
  });
});

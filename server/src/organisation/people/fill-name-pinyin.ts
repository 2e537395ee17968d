import { columns, type Database, statement } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';
import { namePinyin } from '../../people/index.js';

const AT_ONCE = 2000;

const UNFILLED = statement(
  columns(PersonEntity, 'id', 'name'),
  `select id, name from person where name_pinyin = '' limit ${AT_ONCE}`,
);
const FILL = statement(
  {},
  `update person p set name_pinyin = r.pinyin from jsonb_to_recordset($1::jsonb) as r(id uuid, pinyin text) where p.id = r.id`,
);

/** People who were there before names were found by pinyin. None are left after the first start. */
export async function fillNamePinyin(database: Database): Promise<void> {
  let filled: number;
  do {
    filled = await database.work(async (tx) => {
      const people = await tx.rows(UNFILLED);
      if (people.length > 0)
        await tx.rows(FILL, [JSON.stringify(people.map(({ id, name }) => ({ id, pinyin: namePinyin(name) })))]);
      return people.length;
    });
  } while (filled === AT_ONCE);
}

import type { Language } from '@planwright/schema/text';
import { sayIn } from './generated/messages.js';
import { EXPORTED_COLUMNS, headIn } from './people-table.js';
import type { Sheet } from './table-file.js';

/** An empty table to fill in, and a second sheet that says what goes where. No example stands among the people: it would be imported. */
export function templateSheets(language: Language): Sheet[] {
  const say = (key: 'sheet' | 'guide' | 'column' | 'meaning' | 'leave') => sayIn(language, `template.${key}`);
  return [
    { title: say('sheet'), rows: [EXPORTED_COLUMNS.map((column) => headIn(column, language))] },
    {
      title: say('guide'),
      rows: [
        [say('column'), say('meaning')],
        ...EXPORTED_COLUMNS.map((column) => [headIn(column, language), sayIn(language, `guide.${column}`)]),
        ['', say('leave')],
      ],
    },
  ];
}

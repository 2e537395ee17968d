import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { codeOf, copyHouse, root } from '../../../.ci/scratch-house.mjs';

const house = copyHouse('kind');
const { change, compile, write } = house;
afterAll(house.remove);

/** A line for the new kind after that of MEETING, in every table of the file. */
const likeMeeting = (file: string) =>
  change(file, (text) =>
    text.replace(/^(\s*)MEETING: (.+),$/gm, (line, indent, value) => `${line}\n${indent}PROJECT: ${value},`),
  );

test('README’s five steps add a kind, and the compiler names what they leave', () => {
  // 1 and 2: one file, and the list. Nothing else of the plan language, the seeds or the server has to change.
  const file = 'schema/src/kinds/project.ts';
  write(file, codeOf('README.md', file));
  change('schema/src/kinds/index.ts', (text) =>
    `import { projectKind, projectShape } from './project.js';\n${text}`
      .replace('  SURVEY: surveyKind,', '  SURVEY: surveyKind,\n  PROJECT: projectKind,')
      .replace('  surveyShape,\n]', '  surveyShape,\n  projectShape,\n]'),
  );
  expect(compile('schema')).toEqual([]);
  expect(compile('schema', 'tsconfig.build.json', [])).toEqual([]);
  expect(compile('seeds')).toEqual([]);
  expect(compile('server')).toEqual([]);

  // 3: the API's enum, as the server prints it, and the studio's types of it.
  change('schema/schema.graphql', (text) => text.replace(/(enum ItemKind \{[^}]*?)(\n\})/, '$1\n  PROJECT$2'));
  house.run('studio', path.join(root, 'node_modules/.bin/graphql-codegen'), ['--config', 'codegen.ts']);

  // 4: tables that lack a line. With one each, everything compiles.
  const tables = compile('studio');
  expect(tables).toContain('studio/features/states/kind-icon.tsx');
  for (const table of tables) {
    if (table.endsWith('done-fields.tsx'))
      change(table, (text) =>
        text.replace('  SURVEY: SurveyFields,', '  SURVEY: SurveyFields,\n  PROJECT: () => null,'),
      );
    else likeMeeting(table);
  }
  expect(compile('studio')).toEqual([]);
});

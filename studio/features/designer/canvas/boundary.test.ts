import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const studio = join(import.meta.dirname, '..', '..', '..');
const sources = ['app', 'features'].flatMap((folder) =>
  readdirSync(join(studio, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(studio, folder, file), 'utf8') })),
);
const importsFlow = sources.filter(({ text }) => text.includes("from '@xyflow/react'"));

test('only the canvas imports React Flow', () => {
  expect(importsFlow.length).toBeGreaterThan(0);
  expect(importsFlow.map(({ file }) => file).filter((file) => !file.startsWith('features/designer/canvas/'))).toEqual(
    [],
  );
});

test('no part of the canvas subscribes to all nodes, all edges or the store of React Flow', () => {
  const wide = /import[^;]*\b(useNodes|useEdges|useStore|useStoreApi)\b[^;]*from '@xyflow\/react'/;
  expect(importsFlow.filter(({ text }) => wide.test(text)).map(({ file }) => file)).toEqual([]);
});

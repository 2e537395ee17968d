import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { inlineDocuments } from '../../documents-loader.mjs';

const STUDIO = path.join(import.meta.dirname, '../..');
const sources = ['app', 'features'].flatMap((folder) =>
  readdirSync(path.join(STUDIO, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => readFileSync(path.join(STUDIO, folder, file), 'utf8')),
);

describe('documents of the API', () => {
  it('stand in their file as text, so that a page carries its own alone', () => {
    const source = `import { graphql } from '@/gql';
const one = graphql(/* GraphQL */ \`
  query MyWork { myWork { ...dueItem } }
\`);
export const two = graphql(/* GraphQL */ \`fragment dueItem on Item { a }\`);
`;
    const texts = new Map([
      ['MyWorkDocument', 'query MyWork{myWork{...dueItem}}fragment dueItem on Item{a}'],
      ['DueItemFragmentDoc', 'fragment dueItem on Item{a}'],
    ]);
    expect(inlineDocuments(source, texts)).toBe(`
const one = "query MyWork{myWork{...dueItem}}fragment dueItem on Item{a}";
export const two = "fragment dueItem on Item{a}";
`);
    expect(inlineDocuments("import { a } from './b';\n", texts)).toBe("import { a } from './b';\n");
    expect(() => inlineDocuments(source, new Map())).toThrow('run codegen');
  });

  it('are all found, whole with their fragments', () => {
    const withDocuments = sources.filter((source) => source.includes('graphql(/* GraphQL'));
    expect(withDocuments.length).toBeGreaterThan(30);
    for (const source of withDocuments) {
      const inlined = inlineDocuments(source);
      expect(inlined).not.toMatch(/\bgraphql\(|from '@\/gql'/);
      const texts = [...inlined.matchAll(/= ("(?:query|mutation|subscription) .*");$/gm)].map(
        ([, text]) => JSON.parse(text ?? '') as string,
      );
      for (const text of texts) {
        const { definitions } = parse(text);
        const defined = definitions.flatMap((each) => (each.kind === 'FragmentDefinition' ? [each.name.value] : []));
        for (const [, spread = ''] of text.matchAll(/\.\.\.(?!on\b)(\w+)/g)) expect(defined).toContain(spread);
      }
    }
  });
});

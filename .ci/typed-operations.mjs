// Types of the GraphQL operations in the server's tests: every `operation(…)` with its text, held against the API.
// `node .ci/typed-operations.mjs` writes them; `npm run check` says when they are not what the tests ask.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseSource } from '@babel/parser';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, validate } from 'graphql';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = path.join(root, 'server/src/testing/generated/operations.ts');
const API = path.join(root, 'schema/schema.graphql');

const CONFIG = {
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: true,
  strictScalars: true,
  defaultScalarType: 'unknown',
  scalars: {
    DateTime: 'string',
    Date: 'string',
    Duration: 'string',
    Decimal: 'string',
    JSON: 'unknown',
    PlanDefinition: 'unknown',
  },
};

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesIn(file);
    else if (entry.name.endsWith('.ts')) yield file;
  }
}

const programs = new Map();
function programOf(file) {
  const known = programs.get(file);
  if (known) return known;
  const { program } = parseSource(readFileSync(file, 'utf8'), {
    sourceType: 'module',
    plugins: ['typescript', 'decorators-legacy'],
  });
  programs.set(file, program);
  return program;
}

/** The text of an expression; names stand for constants of the file or of one that it imports. */
function textOf(file, node) {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TSAsExpression') return textOf(file, node.expression);
  if (node.type === 'TemplateLiteral')
    return node.quasis
      .map(({ value }, at) => value.cooked + (node.expressions[at] ? textOf(file, node.expressions[at]) : ''))
      .join('');
  if (node.type === 'Identifier') return constantOf(file, node.name);
  throw new Error(`${path.relative(root, file)}: an operation is made of ${node.type}, which cannot be read`);
}

function constantOf(file, name) {
  for (const statement of programOf(file).body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations) if (id.name === name && init) return textOf(file, init);
    if (statement.type === 'ImportDeclaration' && statement.source.value.startsWith('.'))
      for (const { local, imported } of statement.specifiers)
        if (local.name === name)
          return constantOf(
            path.resolve(path.dirname(file), statement.source.value.replace(/\.js$/, '.ts')),
            imported.name,
          );
  }
  throw new Error(`${path.relative(root, file)} has no constant ${name}`);
}

function* operationsIn(file, node) {
  if (Array.isArray(node)) {
    for (const part of node) yield* operationsIn(file, part);
    return;
  }
  if (node === null || typeof node !== 'object' || typeof node.type !== 'string') return;
  if (node.type === 'CallExpression' && node.callee.name === 'operation') yield textOf(file, node.arguments[0]);
  for (const part of Object.values(node)) if (typeof part === 'object') yield* operationsIn(file, part);
}

/** Each text once, with a name of its own. */
function allOperations() {
  const texts = new Map();
  for (const file of sourcesIn(path.join(root, 'server/src'))) {
    if (!/\boperation\(/.test(readFileSync(file, 'utf8'))) continue;
    for (const text of operationsIn(file, programOf(file).body)) if (!texts.has(text)) texts.set(text, file);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, file], at) => ({ text, file, name: `Operation${at}` }));
}

async function typesOfOperations() {
  const sdl = readFileSync(API, 'utf8');
  const schema = buildSchema(sdl);
  const wrong = [];
  const lines = [];
  const documents = allOperations().map(({ text, file, name }) => {
    const document = parse(text);
    for (const { message } of validate(schema, document)) wrong.push(`${path.relative(root, file)}: ${message}`);
    const [asked] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const kind = asked.operation[0].toUpperCase() + asked.operation.slice(1);
    lines.push(`  ${JSON.stringify(text)}: { result: ${name}${kind}; variables: ${name}${kind}Variables };`);
    const definitions = document.definitions.map((definition) =>
      definition === asked ? { ...definition, name: { kind: Kind.NAME, value: name } } : definition,
    );
    return { location: file, document: { ...document, definitions } };
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const types = await codegen({
    filename: TARGET,
    schema: parse(sdl),
    schemaAst: schema,
    documents,
    config: CONFIG,
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationTypes },
  });
  return `// Made by .ci/typed-operations.mjs.\n${types.trim()}\n\n/** What each text asks and answers. */\nexport interface Operations {\n${lines.join('\n')}\n}\n`;
}

/** What is wrong with the types of the tests' operations; nothing when they are as they should be. */
export async function checkOperations() {
  try {
    return (await typesOfOperations()) === readFileSync(TARGET, 'utf8')
      ? ''
      : 'node .ci/typed-operations.mjs writes what the tests ask now';
  } catch (cause) {
    return cause.message;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await typesOfOperations());

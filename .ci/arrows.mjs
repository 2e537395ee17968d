// Holds the imports of every source file against the house's plan: which room may use which.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DOORS, ROOM_PARTS, SCHEMA_FOLDERS, SERVER_ROOMS } from './rooms.mjs';

const ROOM_NAMES = SERVER_ROOMS.map(({ name }) => name);
const SCHEMA_PACKAGES = [
  'zod',
  'yaml',
  '@bufbuild/cel',
  '@bufbuild/protobuf',
  '@cfworker/json-schema',
  '@noble/hashes',
  'icu-minify',
  'temporal-polyfill',
];

const isTest = (file) => /\.test\.tsx?$|\/testing\/|\/e2e\/|\/bench\//.test(file);

function* sourcesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.next', 'gql', 'bench'].includes(entry.name)) continue;
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesOf(file);
    else if (/\.tsx?$/.test(entry.name)) yield file;
  }
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]|(?:^|\n)\s*import\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;

const importsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]);

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const roomOf = (file) => (file.startsWith('server/src/') ? file.split('/')[2] : undefined);

function targetOf(file, specifier) {
  if (specifier.startsWith('@/')) return path.posix.join('studio', specifier.slice(2));
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  return undefined;
}

/** Why this import may not be; undefined when it may. */
function objection(file, specifier) {
  const home = file.split('/')[0];
  const target = targetOf(file, specifier);
  if (target !== undefined) {
    if (!target.startsWith(`${home}/`) && !isTest(file)) return `leaves ${home}/ by a path; use the package's name`;
    if (!isTest(file) && Object.hasOwn(INSIDE, home)) return INSIDE[home](file, target);
    if (home === 'studio' && file.startsWith('studio/features/') && target.startsWith('studio/app/'))
      return 'features do not know routes';
    if (target.startsWith('studio/workbench/') && !/^studio\/workbench\/|\.stories\.tsx$/.test(file))
      return 'only stories know the workbench';
    return undefined;
  }
  const name = packageOf(specifier);
  if (home === 'schema' && !isTest(file) && !/generate/.test(file) && !SCHEMA_PACKAGES.includes(name))
    return 'schema/ is pure';
  if (home === 'seeds' && name.startsWith('@planwright/') && name !== '@planwright/schema')
    return 'seeds/ knows schema/ alone';
  if (home === 'studio' && ['@planwright/server', '@planwright/seeds'].includes(name) && !isTest(file))
    return 'the studio reaches the server by GraphQL alone';
  if (home === 'server' && name === '@planwright/studio') return 'the server does not know the studio';
  if (home === 'server' && isPlugin(name) && !isTest(file)) return 'the server knows plugins by their manifests alone';
  if (home === 'server' && specifier === '@planwright/plugin-sdk/testing' && !isTest(file))
    return 'the kit is for tests';
  if (home === 'plugins') return pluginObjection(file, name);
  if (name === '@xyflow/react' && !file.startsWith('studio/features/designer/canvas/'))
    return 'only the canvas knows React Flow';
  return undefined;
}

const isPlugin = (name) => name.startsWith('@planwright/plugin-') && name !== '@planwright/plugin-sdk';

/** `plugins/sdk` stands on the plan language alone, and a plugin on both; none knows another, or the machine it runs on. */
function pluginObjection(file, name) {
  const isSdk = file.startsWith('plugins/sdk/');
  if (name.startsWith('@planwright/')) {
    if (name === '@planwright/schema' || (name === '@planwright/plugin-sdk' && !isSdk)) return undefined;
    return isSdk ? 'the SDK stands on schema/ alone' : 'a plugin knows the SDK and the plan language alone';
  }
  if (!name.startsWith('node:') || isTest(file)) return undefined;
  // What authors import beside `/testing` must also run in a plugin's process.
  if (isSdk)
    return /^plugins\/sdk\/src\/[^/]+$/.test(file)
      ? 'plugins run without Node; keep this in build/ or cli/'
      : undefined;
  return 'a plugin reaches nothing but its context';
}

function schemaObjection(file, target) {
  const [from, to] = [file, target].map((place) => place.split('/')[2]);
  if (from === to) return undefined;
  if (target !== `schema/src/${to}/index.js`) return `${to} is entered by its index.ts`;
  const [a, b] = [from, to].map((folder) => SCHEMA_FOLDERS.indexOf(folder));
  return a < 0 || b < 0 || b > a ? `${from} may not use ${to}, which comes after it` : undefined;
}

/** A room is entered by its doors alone, and so is a part of one that has its own. */
const isDoor = (target) =>
  DOORS.some((door) => target === `server/src/${roomOf(target)}/${door}.js`) ||
  ROOM_PARTS.some((part) => target === `server/src/${part}/index.js`);

function serverObjection(file, target) {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from !== to && target.split('/').length > 3 && !isDoor(target)) return `${to} is entered by its doors alone`;
  if (from === undefined || to === undefined || from.endsWith('.ts') || from === to) return undefined;
  if (to === 'testing') return 'the product does not use the test harness';
  const [a, b] = [ROOM_NAMES.indexOf(from), ROOM_NAMES.indexOf(to)];
  if (a < 0) return `${from} is no room of the house`;
  return b < 0 || b > a ? `${from} may not use ${to}, which comes after it; let it declare a port` : undefined;
}

/** What holds between the parts of one package. */
const INSIDE = { server: serverObjection, schema: schemaObjection };

/** Every import that the plan does not allow, as a line for people. */
export function checkArrows() {
  const found = [];
  for (const home of ['schema/src', 'plugins', 'seeds', 'server/src', 'studio']) {
    for (const file of sourcesOf(home)) {
      for (const specifier of importsOf(file)) {
        const why = objection(file, specifier);
        if (why) found.push(`${file} imports ${specifier}: ${why}`);
      }
    }
  }
  return found;
}

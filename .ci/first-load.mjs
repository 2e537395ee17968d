// Holds the JavaScript that a page loads when it is opened, from the files of the build: a budget for each kind of page.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const NEXT = 'studio/.next';

/**
 * In KiB, gzipped. A page that is in none of the lists is held by `others`. Next's client with React is 128 KiB of each,
 * so a phone page has what is beyond for itself.
 */
export const BUDGETS = [
  { who: 'the designer', pages: ['/plans/[key]'], most: 400 },
  { who: 'learners', pages: ['/my-plan', '/my-surveys', '/inbox', '/survey/[token]', '/sign-in'], most: 184 },
  { who: 'others', pages: [], most: 260 },
];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The scripts of a page: the framework's, those of its layouts and its own, and parts that load with it. */
function scriptsOf(folder, framework) {
  const context = {};
  context.globalThis = context;
  vm.runInNewContext(readFileSync(`${folder}_client-reference-manifest.js`, 'utf8'), context);
  const [[route, manifest]] = Object.entries(context.__RSC_MANIFEST);
  const parts = Object.values(readJson(path.join(folder, 'react-loadable-manifest.json')));
  const files = [
    ...framework,
    ...Object.values(manifest.entryJSFiles ?? {}).flat(),
    ...parts.flatMap(({ files }) => files),
  ];
  const page = route.replace(/\/\([^)]+\)/g, '').replace(/\/page$/, '') || '/';
  return { page, files: [...new Set(files)].filter((file) => file.endsWith('.js')) };
}

/** Each page with its KiB, the largest first. */
export function firstLoads(root = process.cwd()) {
  const next = path.join(root, NEXT);
  const framework = readJson(path.join(next, 'build-manifest.json')).rootMainFiles;
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(next, file))).length);
    return sizes.get(file);
  };
  const kib = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0) / KIB;
  const app = path.join(next, 'server/app');
  const pages = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page_client-reference-manifest.js'))
    .map((file) => scriptsOf(path.join(app, file.replace(/_client-reference-manifest\.js$/, '')), framework))
    .filter(({ page }) => !page.startsWith('/_'))
    .map(({ page, files }) => ({ page, kib: kib(files) }));
  return { framework: kib(framework), pages: pages.sort((a, b) => b.kib - a.kib) };
}

/** A line for each page over its budget. */
export function checkFirstLoads(root) {
  const { pages } = firstLoads(root);
  const known = new Set(pages.map(({ page }) => page));
  const gone = BUDGETS.flatMap((budget) => budget.pages.filter((page) => !known.has(page)));
  const over = pages.flatMap(({ page, kib }) => {
    const { who, most } = BUDGETS.find((budget) => budget.pages.includes(page)) ?? BUDGETS.at(-1);
    return kib > most ? [`${page} loads ${kib.toFixed(1)} KiB of scripts, at most ${most} for ${who}`] : [];
  });
  return [...gone.map((page) => `${page} has a budget but is no page`), ...over];
}

// `npm run release`: turns what waits in .changeset into the next version. Changesets decides the number and writes it into the packages;
// the house has one changelog for all of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const changeset = (...words) =>
  execFileSync(process.execPath, ['node_modules/@changesets/cli/bin.js', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What waits, from large to small: a release of one number holds all of it. */
function waiting() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-release-'));
  const file = path.join(folder, 'status.json');
  try {
    // Its paths begin at the repository.
    changeset('status', '--output', path.relative('.', file));
    return readJson(file).changesets;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SIZES = ['major', 'minor', 'patch'];
const sizeOf = ({ releases }) => Math.min(...releases.map(({ type }) => SIZES.indexOf(type)).filter((at) => at >= 0));

const changes = waiting().toSorted((a, b) => sizeOf(a) - sizeOf(b));
if (changes.length === 0) {
  console.error('Nothing waits in .changeset. `npx changeset` writes down a change.');
  process.exit(1);
}
changeset('version');
const { version } = readJson('server/package.json');
writeFileSync('package.json', `${JSON.stringify({ ...readJson('package.json'), version }, null, 2)}\n`);
const day = new Date().toISOString().slice(0, 10);
const section = [
  `## ${version}, ${day}`,
  '',
  ...changes.map(({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}`),
  '',
];
const log = readFileSync('CHANGELOG.md', 'utf8');
const first = log.search(/^## /m);
const at = first < 0 ? log.length : first;
writeFileSync(
  'CHANGELOG.md',
  `${log.slice(0, at).trimEnd()}\n\n${section.join('\n')}\n${log.slice(at)}`.trimEnd().concat('\n'),
);
console.log(`Version ${version}: run npm install for the lock file, read CHANGELOG.md, then commit.`);

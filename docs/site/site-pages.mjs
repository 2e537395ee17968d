// Which file becomes which page of the site. What is said once stays where it is: a page of the repository is taken as it stands.
import { readdirSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const own = (folder) =>
  readdirSync(path.join(import.meta.dirname, 'pages', folder), { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.md'));

/** Pages of the repository that the site shows in English: file → address. */
const TAKEN = {
  'docs/operations.md': 'en/run/operations.md',
  'docs/history.md': 'en/run/history.md',
  'docs/reminders.md': 'en/run/reminders.md',
  'docs/reports.md': 'en/hr/reports.md',
  'plugins/README.md': 'en/plugins.md',
  'docs/plan-language.md': 'en/reference/plan-language.md',
  'docs/statistics.md': 'en/reference/statistics.md',
  'docs/glossary.md': 'en/reference/glossary.md',
  'docs/benchmarks.md': 'en/reference/benchmarks.md',
  'docs/architecture.md': 'en/contribute/architecture.md',
  'CONTRIBUTING.md': 'en/contribute/index.md',
  'CHANGELOG.md': 'en/reference/changelog.md',
  'SECURITY.md': 'en/run/security.md',
};

const decisions = () =>
  readdirSync(path.join(ROOT, 'docs/decisions')).map((file) => [
    `docs/decisions/${file}`,
    `en/contribute/decisions/${file === 'README.md' ? 'index.md' : file}`,
  ]);

/** file in the repository → file of the site. Chinese stands at the root, English under `en/`. */
export const SITE_PAGES = new Map([
  ...own('zh').map((file) => [`docs/site/pages/zh/${file}`, file]),
  ...own('en').map((file) => [`docs/site/pages/en/${file}`, `en/${file}`]),
  ...Object.entries(TAKEN),
  ...decisions(),
]);

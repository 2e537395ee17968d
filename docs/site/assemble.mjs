// Lays the site's pages out in `.made`: those of `pages/`, those of the repository, and those made from source. Links follow the files.
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { API_PAGES, apiReference } from './api-reference.mjs';
import { ROOT, SITE_PAGES } from './site-pages.mjs';

const MADE = path.join(import.meta.dirname, '.made');
const SCHEMA = 'schema/schema.graphql';
const API = 'en/reference/api';
const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');

function write(page, text) {
  const file = path.join(MADE, page);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Where a file of the repository is on the site. */
const pageOf = (file) => {
  if (file === SCHEMA) return `${API}/index.md`;
  if (file === 'README.md') return 'en/index.md';
  return SITE_PAGES.get(file) ?? SITE_PAGES.get(`${file.replace(/\/$/, '')}/README.md`);
};

/** Sections of the README that are pages of their own on the site: heading in an address → heading, page. */
const SECTIONS = {
  settings: ['### Settings', 'en/run/settings.md'],
  'add-an-item-kind-in-five-steps': ['## Add an item kind in five steps', 'en/contribute/item-kind.md'],
};

const relative = (from, to) => {
  const way = path.posix.relative(path.posix.dirname(from), to);
  return way.startsWith('.') ? way : `./${way}`;
};

/** The link as it is written on the site; what the site does not hold (source files) becomes plain text. */
function linkOnSite(link, text, target, { file, page }) {
  if (/^([a-z]+:|#)/.test(target)) return link;
  const [to, fragment] = target.split('#');
  const meant = path.posix.normalize(path.posix.join(path.posix.dirname(file), to));
  const section = meant === 'README.md' ? SECTIONS[fragment] : undefined;
  const hash = fragment === undefined || section ? '' : `#${fragment}`;
  const there = section?.[1] ?? pageOf(meant);
  if (there) return `${link.startsWith('!') ? '!' : ''}[${text}](${relative(page, there)}${hash})`;
  if (!existsSync(path.join(ROOT, meant))) throw new Error(`${file} links to ${target}, which is not there`);
  if (!/\.(png|webp|svg)$/.test(meant)) return text;
  const image = `images/${path.posix.relative('docs/images', meant)}`;
  cpSync(path.join(ROOT, meant), path.join(MADE, image), { recursive: true });
  return `![${text}](${relative(page, image)})`;
}

/** A block of code, a link with its text and target, code within a line, a comment. */
const PIECES = /^```[\s\S]*?^```|(!?)\[((?:`[^`]*`|\[[^\]]*\]|[^[\]`])*)\]\(([^)\s]+)\)|`[^`\n]*`|<!-- .*? -->\n?/gm;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Links lead to pages of the site, comments go, and code keeps what looks like either. */
const onSite = (text, place) =>
  text.replaceAll(PIECES, (piece, _, words, target) => {
    if (target !== undefined) return linkOnSite(piece, words, target, place);
    if (piece.startsWith('<!--')) return '';
    // In a line, the site would take double braces for an expression of its own.
    return piece.includes('{{') && !piece.startsWith('```')
      ? `<code v-pre>${escaped(piece.slice(1, -1))}</code>`
      : piece;
  });

/** The part of a page between a heading and the next one of its level or above, as a page of its own. */
function section(file, heading) {
  const text = read(file);
  const level = heading.split(' ')[0].length;
  const from = text.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`${file} has no heading ${heading}`);
  const rest = text.slice(from + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'));
  return `# ${heading.replace(/^#+ /, '')}\n${end < 0 ? rest : rest.slice(0, end)}`;
}

const titleOf = (page) => /^# (.*)$/m.exec(readFileSync(path.join(MADE, page), 'utf8'))?.[1] ?? page;

/** In Chinese, what exists in English alone has a page that says so, so that the change of language leads somewhere. */
function sayInChinese(page) {
  const chinese = page.replace(/^en\//, '');
  if (existsSync(path.join(MADE, chinese))) return;
  const title = titleOf(page);
  write(chinese, `# ${title}\n\n这一页只有英文版：[${title}](${relative(chinese, page)})。\n`);
}

/** Makes the folder again, and tells which pages are in it. */
export function assemble() {
  rmSync(MADE, { recursive: true, force: true });
  for (const [file, page] of SITE_PAGES) write(page, onSite(read(file), { file, page }));
  for (const [heading, page] of Object.values(SECTIONS))
    write(page, onSite(section('README.md', heading), { file: 'README.md', page }));
  for (const [page, text] of apiReference(read(SCHEMA))) write(`${API}/${page}.md`, text);
  const list = API_PAGES.map(({ page, title, about }) => `| [${title}](./${page}.md) | ${about} |`);
  appendFileSync(
    path.join(MADE, API, 'index.md'),
    ['', '| page | what is there |', '|---|---|', ...list, ''].join('\n'),
  );
  const english = [
    ...SITE_PAGES.values(),
    ...Object.values(SECTIONS).map(([, page]) => page),
    ...API_PAGES.map(({ page }) => `${API}/${page}.md`),
  ].filter((page) => page.startsWith('en/'));
  for (const page of english) sayInChinese(page);
}

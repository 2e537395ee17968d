// Walks through the built site: every link leads to a page and to a heading on it, and nothing is fetched from elsewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ATTRIBUTE = /<([a-z0-9]+)[^>]*?\s(href|src)="([^"]*)"/g;
const ID = /\sid="([^"]+)"/g;
const decoded = (text) => decodeURIComponent(text.replaceAll('&amp;', '&'));

const htmlOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'));

/** The file that an address of a page means. */
function fileOf(from, address) {
  const way = path.posix.normalize(
    address.startsWith('/') ? address.slice(1) : path.posix.join(path.posix.dirname(from), address),
  );
  return way === '' || way === '.' || way.endsWith('/') ? path.posix.join(way, 'index.html') : way;
}

/** Everything that leads nowhere or outside, as lines for people, and how much was looked at. */
export function checkBuilt(folder) {
  const pages = new Map(htmlOf(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  const ids = new Map([...pages].map(([file, html]) => [file, new Set([...html.matchAll(ID)].map(([, id]) => id))]));
  const wrong = new Set();
  let links = 0;
  for (const [from, html] of pages) {
    for (const [, tag, , target] of html.matchAll(ATTRIBUTE)) {
      links += 1;
      if (/^(data|mailto):/.test(target)) continue;
      if (/^[a-z]+:|^\/\//.test(target)) {
        // A person may follow a link to elsewhere; the page itself fetches nothing from there.
        if (tag !== 'a') wrong.add(`${from} fetches ${target}`);
        continue;
      }
      const [address, fragment] = target.split('#');
      const file = address === '' ? from : fileOf(from, decoded(address));
      if (!existsSync(path.join(folder, file))) wrong.add(`${from} links to ${target}, which is not there`);
      else if (fragment && ids.has(file) && !ids.get(file).has(decoded(fragment)))
        wrong.add(`${from} links to ${target}, where that heading is not`);
    }
  }
  return { wrong: [...wrong], pages: pages.size, links };
}

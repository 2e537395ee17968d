// Holds the pages for people (*.md) to what is there: links lead to files, and tables that repeat the code equal it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SERVER_ROOMS } from './rooms.mjs';

/** What stands between `<!-- name -->` and `<!-- /name -->` in any page. */
const MADE = {
  rooms: () =>
    [
      '| room | what lives there |',
      '|---|---|',
      ...SERVER_ROOMS.map(({ name, holds }) => `| [\`${name}\`](ROOT/server/src/${name}) | ${holds} |`),
    ].join('\n'),
};

const pagesOf = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('plugins/template/') && existsSync(file));

const LINK = /\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)/g;

/** Links to files that are not there. Headings after `#` are not looked at. */
function deadLinks(file, text) {
  const prose = text.replace(/```[\s\S]*?```/g, '');
  return [...prose.matchAll(LINK)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .filter((target) => !existsSync(path.join(path.dirname(file), decodeURI(target.split('#')[0] ?? ''))))
    .map((target) => `${file} links to ${target}, which is not there`);
}

/** The page with its made parts as they should be. */
function withMadeParts(file, text) {
  const root = path.posix.relative(path.posix.dirname(file), '.') || '.';
  return Object.entries(MADE).reduce(
    (page, [name, make]) =>
      page.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, from, to) => `${from}${make().replaceAll('ROOT', root)}\n${to}`,
      ),
    text,
  );
}

/** Everything that is untrue, as a line for people; `write` corrects what can be made. */
export function checkPages({ write = false } = {}) {
  return pagesOf().flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const right = withMadeParts(file, text);
    if (right !== text && write) writeFileSync(file, right);
    return [
      ...deadLinks(file, text),
      ...(right === text || write ? [] : [`${file} repeats a list that has changed: run npm run pages`]),
    ];
  });
}

if (process.argv[1] === import.meta.filename) {
  const wrong = checkPages({ write: true });
  console.log(wrong.join('\n'));
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

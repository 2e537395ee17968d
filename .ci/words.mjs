// Holds texts, comments, names and pages to plain English: a list of words that read translated, each with what to say instead.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const word = (pattern, say) => ({ pattern: new RegExp(`\\b(?:${pattern})\\b`, 'gi'), say });

/** Words that read translated, or that call everybody a man, and what to write instead. */
const WORDS = [
  ...['he', 'she'].map((each) => word(each, 'they, or name the person')),
  ...['him', 'her'].map((each) => word(each, 'them, their, or name the person')),
  ...['his', 'hers'].map((each) => word(each, 'their, theirs')),
  ...['himself', 'herself'].map((each) => word(each, 'themselves, alone, or nothing')),
  word('anew', 'again, or start over'),
  word('mend(?:s|ed|ing)?', 'fix, correct'),
  word('reckon(?:s|ed|ing)?', 'count, compute'),
  word('whom(?:ever)?', 'that, who, or a sentence about the people'),
  word('so many', 'n, a number of, this many'),
  word('by lot', 'at random'),
  word('(?:draw|draws|drew|drawn|drawing|cast) lots', 'assigned at random'),
  word('(?:is|are|was|were|be) none of', 'is not one of, does not belong to'),
];

/** Lines that have to write such a word: the file, and what the line holds. */
const EXCEPT = [{ file: 'CONTRIBUTING.md', holds: '| “they” for a person' }];

const READ = /\.(?:ts|tsx|mts|mjs|js|css|json|md|yaml|yml|graphql|R)$|(?:^|\/)(?:README|LICENSE|\.ci\/run)$/;
/** What others wrote, and this list. */
const LEFT_OUT = /(?:^|\/)(?:package-lock\.json|LICENSE|words\.mjs)$/;

const filesOf = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((file) => READ.test(file) && !LEFT_OUT.test(file) && existsSync(file));

/** `startAnew` and `whom_to_ask` hold words too. */
const spaced = (line) => line.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');

/** `He` at the start of a sentence counts, `HE` (a value of a data set) does not. */
const isShouted = (found) => found === found.toUpperCase();

/** The words of one line that the house does not write. */
const foundIn = (line) =>
  WORDS.flatMap(({ pattern, say }) =>
    [...spaced(line).matchAll(pattern)].filter(([found]) => !isShouted(found)).map(([found]) => ({ found, say })),
  );

/** Every such word in a file or in its name, as lines for people. */
function wrongIn(file) {
  const excepted = EXCEPT.filter((except) => except.file === file);
  const lines = readFileSync(file, 'utf8').split('\n');
  return [
    ...foundIn(file).map(({ found, say }) => `${file} has “${found}” in its name: write ${say}`),
    ...lines.flatMap((line, index) =>
      excepted.some(({ holds }) => line.includes(holds))
        ? []
        : foundIn(line).map(({ found, say }) => `${file}:${index + 1} says “${found}”: write ${say}`),
    ),
    // An exception that excepts nothing hides the next word of its line, or the list no longer finds what it should.
    ...excepted
      .filter(({ holds }) => !lines.some((line) => line.includes(holds) && foundIn(line).length > 0))
      .map(({ holds }) => `.ci/words.mjs excepts “${holds}” in ${file}, where no word needs it`),
  ];
}

/** Every such word in the repository. */
export const checkWords = () => filesOf().flatMap(wrongIn);

if (process.argv[1] === import.meta.filename) {
  const wrong = checkWords();
  console.log(wrong.join('\n'));
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

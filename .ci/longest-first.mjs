// Starts the suites that take longest first, so that no worker is left alone with one of them at the end.
import { createRequire } from 'node:module';

const Sequencer = createRequire(createRequire(import.meta.url).resolve('jest'))('@jest/test-sequencer').default;

/** From the longest to the shortest; everything that is not named comes after them, large files first. */
const LONG = [
  'workbench/every-story',
  'e2e/outcomes',
  'e2e/pages-look',
  'e2e/reminders',
  'e2e/story',
  'oulad',
  'src/main',
  'channels',
  'reports/export/verdict-scripts',
  'embedded/start-embedded',
  'soak/live-through',
  'build/build-plugin',
  'hostile-files',
  'walk-clock',
  'every-operation',
  'bad-input',
  'skewed-clocks',
  'false-alarms',
  'experiment-in-sandbox',
  'access-matrix',
  'survey-delivery',
  'row-level-security',
  'analysis/error-rates',
  'core/src/contract',
  'statistics.property',
  'resilience',
  'demo/examples',
  'laws.property',
  'oracle.property',
];

const rank = ({ path }) => {
  const found = LONG.findIndex((name) => path.includes(`${name}.test.`));
  return found < 0 ? LONG.length : found;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
  }
}

/** One thing that must hold for every plugin of a kind. It throws `LawBroken` with a sentence where it does not. */
export interface Law<Subject> {
  name: string;
  /** Whether it says anything of this plugin; absent = always. */
  applies?(subject: Subject): boolean;
  check(subject: Subject): Promise<void> | void;
}

export class LawBroken extends Error {
  override readonly name = 'LawBroken';
}

/** @throws LawBroken unless it holds */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new LawBroken(sentence);
}

export const lawsFor = <Subject>(laws: readonly Law<Subject>[], subject: Subject): Law<Subject>[] =>
  laws.filter((law) => law.applies?.(subject) ?? true);

interface Runner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void> | void): unknown;
}

const isRunner = (value: object): value is Runner =>
  'describe' in value && typeof value.describe === 'function' && 'it' in value && typeof value.it === 'function';

/** Jest puts these into every test file; under `node --test` they are imported. */
const here: object = globalThis;
const runner: Runner = isRunner(here) ? here : await import('node:test');

/** Each law as a test of its own name. */
export function register<Subject>(title: string, laws: readonly Law<Subject>[], subject: Subject): void {
  runner.describe(title, () => {
    for (const law of lawsFor(laws, subject)) runner.it(law.name, async () => law.check(subject));
  });
}

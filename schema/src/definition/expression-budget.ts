import {
  type CelFunc,
  CelScalar,
  celEnv,
  celFunc,
  celListConcat,
  celMethod,
  listType,
  parse,
  plan,
} from '@bufbuild/cel';

/** Characters, list entries and steps of patterns that one answer may cost; a fact in a comparison costs a few. */
const MOST_SPENT = 1_000_000;

/** Thrown within an evaluation and caught around it: the answer is unknown. */
class OverBudget extends Error {}

/**
 * What keeps a short expression from growing without end: lists and texts that double, patterns run over long texts. Counted
 * in what was made, not in time, so that the answer is the same on every machine.
 */
export class ExpressionBudget {
  private spent = 0;

  /** Before each evaluation; evaluations do not overlap. */
  begin(): void {
    this.spent = 0;
  }

  /** The functions of CEL that make something larger of what they are given, each paying for its result. */
  functions(): CelFunc[] {
    const { BOOL, DYN, STRING } = CelScalar;
    const list = listType(DYN);
    const pay = (cost: number): void => {
      this.spent += cost;
      if (this.spent > MOST_SPENT) throw new OverBudget('The expression costs too much');
    };
    return [
      celFunc('_+_', [STRING, STRING], STRING, (a, b) => {
        pay(a.length + b.length);
        return a + b;
      }),
      celFunc('_+_', [list, list], list, (a, b) => {
        pay(a.size + b.size);
        return celListConcat(a, b);
      }),
      celMethod('matches', STRING, [STRING], BOOL, function (pattern) {
        pay((this.length + 1) * patternSteps(pattern));
        return matches(this.valueOf(), pattern);
      }),
    ];
  }
}

/** Repetitions are written out by the matcher, nested ones multiplied; it refuses more than this of one part. */
const MOST_REPEATED = 1000;

/** How large a pattern is at most once its repetitions are written out. */
function patternSteps(pattern: string): number {
  const repeats = [...pattern.matchAll(/\{(\d*)(?:,(\d*))?\}/g)];
  const most = Math.max(0, ...repeats.map(([, from, to]) => Number(to || from || 0)));
  return pattern.length * Math.min(MOST_REPEATED, (1 + most) ** 2);
}

const plainMatches = plan(
  celEnv({ variables: { text: CelScalar.STRING, pattern: CelScalar.STRING } }),
  parse('text.matches(pattern)'),
);

/** CEL's own. @throws for a pattern that cannot be read, as CEL does */
function matches(text: string, pattern: string): boolean {
  const answer = plainMatches({ text, pattern });
  if (typeof answer !== 'boolean') throw answer;
  return answer;
}

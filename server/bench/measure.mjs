/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** CPU microseconds that this process spends on `work`, user and system. */
export async function cpuOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Runs every contender once a round, in turn, so that whatever else the machine does meets all alike; the first round warms
 * up and is thrown away. Answers what each measured: median and range.
 */
export async function interleaved(contenders, rounds) {
  const seen = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, measure } of contenders) {
      const value = await measure();
      if (round > 0) seen.get(name).push(value);
    }
  }
  return new Map([...seen].map(([name, values]) => [name, summary(values)]));
}

const summary = (values) => ({
  median: median(values),
  low: Math.min(...values),
  high: Math.max(...values),
  values,
});

/** A figure made of two that were measured in the same rounds. */
export const derived = (one, other, of) => summary(one.values.map((value, round) => of(value, other.values[round])));

const shown = (number) => (number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2));

/** Whether what is promised holds. */
export const held = (figure, most) => (figure <= most ? 'holds' : 'DOES NOT HOLD');

/** One figure of the report: what was measured for each, and the ratios against what is promised. */
export function report(title, unit, results, promises = []) {
  console.log(`\n${title}`);
  for (const [name, { median: middle, low, high }] of results) {
    console.log(`  ${name.padEnd(58)} ${shown(middle).padStart(8)} ${unit}   [${shown(low)} … ${shown(high)}]`);
  }
  for (const { ours, against, most, least } of promises) {
    const ratio = results.get(ours).median / results.get(against).median;
    const verdicts = [
      most === undefined ? '' : `  ${held(ratio, most)} (at most ${shown(most)})`,
      least === undefined ? '' : `  ${held(least, ratio)} (at least ${shown(least)})`,
    ];
    console.log(`  ratio: ${ours} / ${against} = ${ratio.toFixed(2)}${verdicts.join('')}`);
  }
}

/** `count` calls of `work`, `width` at a time. */
export async function inParallel(count, width, work) {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const index = next++;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}

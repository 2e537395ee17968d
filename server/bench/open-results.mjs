import { startChild } from './child.mjs';
import { answerTimes, quantile } from './meanwhile.mjs';
import { held } from './measure.mjs';

const ROUNDS = 5;
/** Others who ask meanwhile are answered within this many milliseconds, 99 times of 100. */
const PROMISE_MS = 100;

/** Answers of /readyz while the results of 320 people are computed, beside those of an idle server. */
export async function benchOpenResults({ appUrl }) {
  const server = await startChild('./open-results-server.mjs', { appUrl });
  const readyz = new URL('/readyz', server.ready);
  try {
    // The first task starts the thread.
    await server.ask('open', 'warm');
    const idle = await answerTimes(readyz, new Promise((resolve) => setTimeout(resolve, 3_000)));
    const busy = [];
    const took = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now();
      busy.push(...(await answerTimes(readyz, server.ask('open', round))));
      took.push(performance.now() - from);
    }
    const [before, meanwhile] = [idle, busy].map((times) => quantile(times, 0.99));
    console.log(
      `\nOpening the results of 320 people (${(took.sort((a, b) => a - b)[2] / 1000).toFixed(1)} s in a thread)`,
    );
    console.log(`  /readyz p99, idle        ${before.toFixed(1).padStart(8)} ms   of ${idle.length}`);
    console.log(
      `  /readyz p99, meanwhile   ${meanwhile.toFixed(1).padStart(8)} ms   of ${busy.length}  ${held(meanwhile, PROMISE_MS)} (at most ${PROMISE_MS})`,
    );
  } finally {
    await server.stop();
  }
}

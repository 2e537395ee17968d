import { bundlePrograms } from './bundle.js';
import { RECOVERY_MS, runChaos } from './run-chaos.js';

/** `npm run chaos [-- messages [seed]]`: the whole run, 5,000 messages with three workers. */
const [messages = '5000', seed = '1'] = process.argv.slice(2);
const programs = await bundlePrograms(process.cwd(), ['provider', 'worker', 'checker']);
const result = await runChaos({
  programs,
  messages: Number(messages),
  workers: 3,
  seed: Number(seed),
  kills: 5,
  killsPerRestart: 8,
  between: [1000, 3000],
  tell: (line) => process.stdout.write(`${line}\n`),
});
process.stdout.write(result.verdict);
const inTime = result.recoveryMs <= RECOVERY_MS;
if (!inTime) process.stdout.write(`WRONG recovery took ${result.recoveryMs} ms\n`);
process.exit(result.ok && inTime ? 0 : 1);

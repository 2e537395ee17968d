import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { residentMemory } from './process/resident-memory.js';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { memorySession } from './testing/memory-session.js';
import { environment, someone, startTestHost } from './testing/test-host.js';

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('figures of the host on this machine', () => {
  it('are printed, and every call of them succeeds', async () => {
    const { host } = await startTestHost({ ruleMs: 60_000, callMs: 60_000 });
    const timed = async (work: () => Promise<{ ok: boolean }>): Promise<number> => {
      const start = performance.now();
      expect((await work()).ok).toBe(true);
      return performance.now() - start;
    };
    const starts: number[] = [];
    const releases = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        buildPlugin({
          code: `/* ${n} */ ${pluginCode(`check: async (ctx) => { await ctx.kv.get('x'); return { verdict: 'ok', messages: [] }; },
            reminderRules: { rule: { occurrences: (people, _, { from }) => people.map(({ person }) => ({ person, key: 'k', at: from, hard: false, about: {}, why: {} })) } }`)}`,
          contributes: [{}],
        }),
      ),
    );
    for (const release of releases)
      starts.push(await timed(() => host.occurrences(release, 'rule', [someone('a')], {}, environment)));
    const [release] = releases.slice(-1);
    if (!release) throw new Error('no release');
    const warm: number[] = [];
    const brokered: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      warm.push(await timed(() => host.occurrences(release, 'rule', [someone('a')], {}, environment)));
      brokered.push(await timed(() => host.check(release, memorySession())));
    }
    const thousand = Array.from({ length: 1_000 }, (_, n) => someone(`p${n}`));
    const batch = await timed(() => host.occurrences(release, 'rule', thousand, {}, environment));
    const [pid = 0] = host.pids(release);
    const resident = Math.round(((await residentMemory(pid)) ?? 0) / 1024 / 1024);
    const load = (await readFile('/proc/loadavg', 'utf8').catch(() => '?')).split(' ')[0];
    console.log(
      `level ${host.isolation.level}, load ${load}: start and first call ${median(starts).toFixed(0)} ms, warm call ${median(warm).toFixed(2)} ms, ` +
        `with one brokered round trip ${median(brokered).toFixed(2)} ms, 1,000 people ${batch.toFixed(0)} ms, resident ${resident} MiB`,
    );
    await host.stop();
  });
});

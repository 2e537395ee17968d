import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cohortsOf, readAs } from './api';
import { freePort, type Launch, launch, pressCtrlC, temporaryFolder } from './app';

let folder: string;
let ports: { PORT: string; API_PORT: string };
const running: Launch[] = [];

/** A launcher that is stopped at the end of the test, whatever happened in it. */
function begin(settings: Record<string, string>, command: 'start' | 'serve' = 'start'): Launch {
  const one = launch({ ...ports, ...settings }, command);
  running.push(one);
  return one;
}

/** The one sentence with which a start ended, and its code. */
async function refusal(settings: Record<string, string>, command: 'start' | 'serve' = 'start') {
  const one = begin(settings, command);
  const code = await one.ended;
  return { code, said: one.errors().trimEnd().split('\n') };
}

/** Processes below `pid`, as Linux knows them. */
function below(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return [];
      }
    });
  const children = parents.filter(({ parent }) => parent === pid).map((one) => one.pid);
  return [...children, ...children.flatMap(below)];
}

const isAlive = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
};

/** Waits until none of them lives any more; after the limit, those that still do. */
async function survivors(pids: number[], limitMs: number): Promise<number[]> {
  for (let waited = 0; pids.some(isAlive) && waited < limitMs; waited += 100) await wait(100);
  return pids.filter(isAlive);
}

const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

beforeAll(async () => {
  folder = await temporaryFolder('start');
});

afterEach(async () => {
  for (const one of running.splice(0)) {
    pressCtrlC(one);
    await one.ended;
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeAll(async () => {
  ports = { PORT: String(await freePort()), API_PORT: String(await freePort()) };
});

describe('a start that cannot succeed ends in one sentence and code 1', () => {
  it.each([
    ['PORT', 'studio'],
    ['API_PORT', 'API'],
  ])('when %s, the port of the %s, is busy', async (variable) => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, said } = await refusal({ [variable]: String(port), PLANWRIGHT_DATA: path.join(folder, 'unused') });
    other.close();
    expect(said).toEqual([
      `Port ${port} is in use by another program. Stop it, or choose another port: ${variable}=${port + 10} npm start`,
    ]);
    expect(code).toBe(1);
    expect(existsSync(path.join(folder, 'unused'))).toBe(false);
  });

  it('when the data folder holds something else, which stays as it is', async () => {
    const foreign = path.join(folder, 'holiday');
    await mkdir(foreign);
    await writeFile(path.join(foreign, 'beach.jpg'), 'sand');
    const { code, said } = await refusal({ PLANWRIGHT_DATA: foreign });
    expect(said).toEqual([
      `The folder ${foreign} holds files that are not Planwright's; set PLANWRIGHT_DATA to an empty folder.`,
    ]);
    expect(code).toBe(1);
    expect(readdirSync(foreign)).toEqual(['beach.jpg']);
    expect(existsSync(`${foreign}.lock`)).toBe(false);
  });

  it('when DATABASE_URL leads nowhere, without telling its password', async () => {
    const port = await freePort();
    const { code, said } = await refusal({ DATABASE_URL: `postgresql://app:tell-nobody@127.0.0.1:${port}/planwright` });
    expect(said).toEqual([
      `Cannot reach the database at 127.0.0.1:${port}/planwright (connect ECONNREFUSED 127.0.0.1:${port}); check DATABASE_URL and that it is running.`,
    ]);
    expect(code).toBe(1);
  });

  it('when a setting is no port', async () => {
    const { code, said } = await refusal({ PORT: 'three thousand' });
    expect(said).toEqual(['PORT=three thousand is no port: set a number from 1 to 65535.']);
    expect(code).toBe(1);
  });
});

/** What a new demo company has. */
const SEEDED = ['2026 秋季零售新经理', '2026 夏季零售新经理', '2025 秋季零售新经理试点'];

describe('one data folder over several starts', () => {
  const data = () => path.join(folder, 'postgres');
  const api = () => `http://127.0.0.1:${ports.API_PORT}/graphql`;

  it('keeps what people did: Ctrl-C stops everything, and the next start goes on from there', async () => {
    const first = begin({ PLANWRIGHT_DATA: data() });
    await first.up;
    expect(first.output().trimEnd().split('\n').at(-1)).toBe(
      `Planwright is up: http://127.0.0.1:${ports.PORT} (API ${api()}). Demo accounts admin, hr, designer, mentor, lead, learner @demo.planwright.example, password planwright. Ctrl-C stops it.`,
    );
    const hr = await readAs(api(), 'hr');
    const seeded = await cohortsOf(hr);
    expect(seeded.map(({ name }) => name).sort()).toEqual([...SEEDED].sort());
    await hr.read(
      `mutation { createCohort(input: { planKey: "retail-new-manager", name: "留下的期次", startsOn: "2030-01-07" }) { cohort { id } userErrors { code } } }`,
    );
    const processes = below(first.pid);
    expect(processes.map(commandOf).some((command) => /postgres .*-D/.test(command))).toBe(true);

    pressCtrlC(first);
    expect(await first.ended).toBe(0);
    expect(await survivors(processes, 0)).toEqual([]);
    expect(existsSync(`${data()}.lock`)).toBe(false);
    expect(existsSync(path.join(data(), 'postmaster.pid'))).toBe(false);

    const startedAt = performance.now();
    const second = begin({ PLANWRIGHT_DATA: data() });
    await second.up;
    console.info(`second start: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    const again = await cohortsOf(await readAs(api(), 'hr'));
    expect(again.map(({ name }) => name).sort()).toEqual([...SEEDED, '留下的期次'].sort());
    expect(again.map(({ id }) => id)).toEqual(expect.arrayContaining(seeded.map(({ id }) => id)));
  });

  it('refuses a second Planwright on the same folder, and the first works on', async () => {
    const first = begin({ PLANWRIGHT_DATA: data() });
    await first.up;
    const others = { PORT: String(await freePort()), API_PORT: String(await freePort()) };
    const { code, said } = await refusal({ PLANWRIGHT_DATA: data(), ...others });
    expect(said).toEqual([
      expect.stringMatching(
        /^Another Planwright \(process \d+\) works on .*postgres; stop it or set PLANWRIGHT_DATA to another folder\.$/,
      ),
    ]);
    expect(code).toBe(1);
    expect(await cohortsOf(await readAs(api(), 'hr'))).toHaveLength(SEEDED.length + 1);
  });

  it('survives a launcher that was killed: nothing lives on without it, and the next start works', async () => {
    const first = begin({ PLANWRIGHT_DATA: data() });
    await first.up;
    const processes = below(first.pid);
    expect(processes.length).toBeGreaterThanOrEqual(3);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    expect((await survivors(processes, 15_000)).map(commandOf)).toEqual([]);

    const second = begin({ PLANWRIGHT_DATA: data() });
    await second.up;
    expect(await cohortsOf(await readAs(api(), 'hr'))).toHaveLength(SEEDED.length + 1);
  });

  it('starts again whatever part of it is killed: the studio, the API with its database, the database alone', async () => {
    const one = begin({ PLANWRIGHT_DATA: data() });
    await one.up;
    const before = await cohortsOf(await readAs(api(), 'hr'));
    const answers = async (address: string) =>
      fetch(address).then(
        ({ status }) => status < 500,
        () => false,
      );
    const readiness = `http://127.0.0.1:${ports.API_PORT}/readyz`;
    const signIn = `http://127.0.0.1:${ports.PORT}/sign-in`;
    const kills: [what: RegExp, address: string][] = [
      [/next\/dist\/bin\/next|next-server/, signIn],
      [/server\/dist\/main\.js/, readiness],
      [/postgres -D/, readiness],
    ];
    for (const [what, address] of kills) {
      const pid = below(one.pid).find((child) => what.test(commandOf(child)));
      expect([what, pid]).toEqual([what, expect.any(Number)]);
      process.kill(pid ?? 0, 'SIGKILL');
      while (await answers(address)) await wait(20);
      while (!(await answers(address))) await wait(100);
    }
    expect(one.output()).toMatch(/The API ended \(SIGKILL\)\. It is started again in 0\.5 seconds\./);
    expect(await cohortsOf(await readAs(api(), 'hr'))).toEqual(before);
  });

  it('is not for production while it holds demo accounts', async () => {
    const { code, said } = await refusal({ PLANWRIGHT_DATA: data() }, 'serve');
    expect(said).toEqual([
      'The database holds 6 demo account(s); give production a database of its own (DATABASE_URL or PLANWRIGHT_DATA).',
    ]);
    expect(code).toBe(1);
    expect(existsSync(`${data()}.lock`)).toBe(false);
  });
});

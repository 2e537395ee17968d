import { execFile, spawn } from 'node:child_process';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { wrapped } from './launcher.js';
import { type Probed, probeIsolation } from './probe-isolation.js';

// Processes start slowly on a busy machine.
jest.setTimeout(60_000);

let here: Probed;
beforeAll(async () => {
  here = await probeIsolation(process.execPath, { searchPath: process.env.PATH ?? '' });
});

/** What a script says that runs inside the walls, without any guard of ours. */
const inside = (script: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const [command, ...rest] = wrapped(here.tools, [process.execPath, '-e', script]);
    execFile(command, rest, { env: {} }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });

const gone = async (pid: number): Promise<void> => {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe('isolation', () => {
  it('is level 1 with its reason where the kernel’s tools are missing, and says so in both languages', async () => {
    const poor = await probeIsolation(process.execPath, { platform: 'darwin' });
    expect(poor.isolation.level).toBe(1);
    const bounded = await probeIsolation(process.execPath, { searchPath: process.env.PATH ?? '', atMost: 1 });
    expect(bounded.isolation.level).toBe(1);
    for (const reason of [...poor.isolation.reasons, ...bounded.isolation.reasons, ...here.isolation.reasons]) {
      expect(reason['zh-CN']).toBeTruthy();
      expect(reason.en).toBeTruthy();
    }
  });

  it('at level 2 a process without any guard has no network and cannot see the server', async () => {
    if (here.isolation.level < 2) {
      console.log(`This machine gives level 1: ${here.isolation.reasons.map(({ en }) => en).join(' ')}`);
      expect(here.tools.unshare).toBeUndefined();
      return;
    }
    const said = await inside(`
      const { connect } = require('node:net');
      const seen = [process.ppid, ${process.pid}].filter((pid) => { try { process.kill(pid === 0 ? 2 ** 22 : pid, 0); return true; } catch { return false; } });
      connect(80, '1.1.1.1').on('error', (error) => console.log(JSON.stringify({ ppid: process.ppid, seen, network: error.code, interfaces: Object.keys(require('node:os').networkInterfaces()) })));
    `);
    expect(JSON.parse(said)).toEqual({ ppid: 0, seen: [], network: 'ENETUNREACH', interfaces: [] });
  });

  it('bounds memory outside the heap where prlimit exists', async () => {
    if (!here.tools.prlimit) {
      expect(here.isolation.reasons.some(({ en }) => en?.includes('prlimit') || en?.includes('Linux'))).toBe(true);
      return;
    }
    const said = await inside(
      'const held = []; try { for (;;) held.push(Buffer.alloc(64 * 1024 * 1024, 1)); } catch (error) { console.log(error.code); }',
    );
    expect(said.trim()).toBe('ERR_MEMORY_ALLOCATION_FAILED');
  });

  it('ends what is inside when the server is killed', async () => {
    if (!here.tools.setpriv) {
      expect(here.tools.setpriv).toBeUndefined();
      return;
    }
    const [command, ...rest] = wrapped(here.tools, [process.execPath, '-e', 'console.log("runs"); for (;;);']);
    const server = spawn(
      process.execPath,
      [
        '-e',
        `const child = require('node:child_process').spawn(${JSON.stringify(command)}, ${JSON.stringify(rest)}, { detached: true, stdio: ['ignore', 'inherit', 'ignore'], env: {} });
         child.once('spawn', () => console.log(child.pid)); setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    // Only once it runs has it asked to go with its parent: a parent that dies while the launch line is still being read leaves it.
    let said = '';
    for await (const chunk of server.stdout) {
      said += String(chunk);
      if (/runs/.test(said) && /\d+/.test(said)) break;
    }
    const pid = Number(/\d+/.exec(said)?.[0]);
    server.kill('SIGKILL');
    await gone(pid);
  });
});

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { commandLine, wrapped } from './launcher.js';
import { type Probed, probeIsolation } from './probe-isolation.js';

// Processes start slowly on a busy machine.
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

  it('the runtime itself refuses every socket, without any guard and at level 1', async () => {
    const { tools } = await probeIsolation(process.execPath, { platform: 'darwin' });
    const [command, ...line] = commandLine(tools, { entry: 'entry', guard: 'guard', readable: [], heapMb: 128 });
    expect(line.filter((flag) => /^--allow-/.test(flag))).toEqual([]);
    const script = `
      const net = require('node:net');
      const tries = {
        tcp: () => net.connect(80, '127.0.0.1'), path: () => net.connect('/tmp/socket'), stream: () => new (process.stdout.constructor)().connect('/tmp/socket'),
        dns: () => require('node:dns').promises.lookup('localhost'), udp: () => { const socket = require('node:dgram').createSocket('udp4'); socket.send('x', 1, '127.0.0.1'); return socket; },
        fetch: () => fetch('http://127.0.0.1/').catch((error) => { throw error.cause ?? error; }),
      };
      const codes = {};
      const done = (name) => (error) => { codes[name] ??= error?.code ?? 'OPEN'; };
      process.on('exit', () => require('node:fs').writeSync(1, JSON.stringify(codes)));
      for (const [name, attempt] of Object.entries(tries))
        try { const made = attempt(); if (made?.then) made.then(done(name), done(name)); else made.on('error', done(name)).on('connect', done(name)); } catch (error) { done(name)(error); }`;
    const flags = line.slice(0, line.indexOf('--import'));
    const said = await new Promise<string>((resolve, reject) =>
      execFile(command, [...flags, '-e', script], { env: {} }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      ),
    );
    const denied = 'ERR_ACCESS_DENIED';
    expect(JSON.parse(said)).toEqual({
      tcp: denied,
      path: denied,
      stream: denied,
      dns: denied,
      udp: denied,
      fetch: denied,
    });
  });

  it('says so where the runtime does not refuse, and claims nothing', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'planwright-older-node-'));
    const older = path.join(folder, 'node');
    // As Node 24 does: the permission flag is known, the network is open.
    await writeFile(older, '#!/bin/sh\nprintf "v24.21.0 ENOENT"\n', { mode: 0o755 });
    const { isolation } = await probeIsolation(older, { platform: 'darwin' });
    expect(isolation.level).toBe(1);
    expect(isolation.reasons[0]?.en).toMatch(/v24\.21\.0\) cannot deny plugins the network/);
    expect(isolation.reasons[0]?.['zh-CN']).toMatch(/v24\.21\.0）不能禁止插件联网/);
    expect(here.isolation.reasons[0]?.en).toMatch(/no network but through the server/);
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

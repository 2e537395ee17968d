import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface InZone {
  /** Minutes behind UTC that the child's own clock shows on 1 January 2026: the proof that it ran in that zone. */
  offsetMinutes: number;
  result: unknown;
}

/** The zones that the tests of dates and of replay run their processes in, with their offset on 1 January 2026. */
export const PROCESS_ZONES = [
  { zone: 'UTC', offsetMinutes: 0 },
  { zone: 'Asia/Shanghai', offsetMinutes: -480 },
  { zone: 'America/New_York', offsetMinutes: 300 },
] as const;

/**
 * Calls an exported function without arguments in a process of its own whose TZ is `zone`, and gives back what it
 * returns, through JSON. Setting `process.env.TZ` inside jest would not do: its `process` is a copy.
 * @param source URL of the TypeScript module that exports the function
 */
export async function callInProcessZone(zone: string, source: URL, exported: string): Promise<InZone> {
  const hooks = new URL('./typescript-sources.mjs', import.meta.url);
  const script = `
    const source = await import(${JSON.stringify(source.href)});
    const offsetMinutes = new Date(2026, 0, 1).getTimezoneOffset();
    process.stdout.write(JSON.stringify({ offsetMinutes, result: source[${JSON.stringify(exported)}]() }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', hooks.href, '--input-type=module', '--eval', script],
    { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as InZone;
}

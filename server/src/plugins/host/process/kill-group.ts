import type { ChildProcess } from 'node:child_process';

/** SIGKILL for a process that leads a group, and for all in it. */
export function killGroup(process_: ChildProcess): void {
  const { pid } = process_;
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
    process_.kill('SIGKILL');
  }
}

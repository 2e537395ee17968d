import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in: a hundredth of a second. */
const TICK_MICROSECONDS = 10_000;

/** Answers the CPU microseconds of the whole PostgreSQL that `client` is connected to; NaN where there is no `/proc`. */
export async function postgresCpu(client) {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const server = statOf(rows[0].pid)?.parent;
  return () => {
    if (server === undefined) return Number.NaN;
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const ticks = processes.reduce((sum, pid) => {
      const stat = statOf(pid);
      if (pid === String(server)) return sum + stat.own + stat.ofEnded;
      return stat?.parent === server ? sum + stat.own : sum;
    }, 0);
    return ticks * TICK_MICROSECONDS;
  };
}

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const number = (index) => Number(fields[index]);
    return { parent: number(1), own: number(11) + number(12), ofEnded: number(13) + number(14) };
  } catch {
    return undefined;
  }
}

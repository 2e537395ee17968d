import { readFile } from 'node:fs/promises';

const PAGE = 4096;

/** The process and what it started (in a namespace, the plugin is the child of the tool that made it). */
async function family(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => family(Number(child))),
  );
  return [pid, ...below.flat()];
}

/** Resident bytes of a process with its children; undefined where the system does not say. */
export async function residentMemory(pid: number): Promise<number | undefined> {
  const sizes = await Promise.all(
    (await family(pid)).map(async (member) => {
      const fields = await readFile(`/proc/${member}/statm`, 'utf8').catch(() => undefined);
      return fields === undefined ? undefined : Number(fields.split(' ')[1]) * PAGE;
    }),
  );
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0);
}

import { createHash } from 'node:crypto';

/** Ids in a copy follow from those of the original, so that no statement has to look them up. $1 = sandbox, $2 = original. */
export const copied = (id: string): string => `md5($1::text || ${id}::text)::uuid`;

/** The same id, computed here. */
export function copiedId(sandboxId: string, id: string): string {
  const hex = createHash('md5').update(sandboxId).update(id).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Of a text that may be somebody's id, or `system`, a connector, a scorer: only an id is another one in the copy. */
export const copiedIfId = (text: string): string =>
  `case when ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${copied(text)})::text else ${text} end`;

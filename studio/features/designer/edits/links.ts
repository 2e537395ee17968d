import type { Link, PlanDefinition } from '@planwright/schema/definition';
import type { LinkResult } from '@planwright/schema/kinds';
import { findItem } from './find';

export type LinkRefusal = 'same-item' | 'already-linked' | 'cycle' | 'unknown';

/** Identity of a link: two items and a result. */
export function linkId(link: Pick<Link, 'from' | 'to' | 'on'>): string {
  const on = typeof link.on === 'string' ? link.on : link.on.scoreIn.join('-');
  return `${link.from}>${link.to}:${on}`;
}

/** Whether a path of links leads from one item to the other. */
function leadsTo(definition: PlanDefinition, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === to) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const link of definition.links ?? []) if (link.from === key) waiting.push(link.to);
  }
  return false;
}

/** Why the link cannot be drawn; nothing when it can. */
export function linkRefusal(definition: PlanDefinition, from: string, to: string): LinkRefusal | undefined {
  if (from === to) return 'same-item';
  if (!findItem(definition, from) || !findItem(definition, to)) return 'unknown';
  if ((definition.links ?? []).some((link) => link.from === from && link.to === to)) return 'already-linked';
  return leadsTo(definition, to, from) ? 'cycle' : undefined;
}

/** Draws a link where it may be drawn, else answers why not. */
export function link(
  definition: PlanDefinition,
  from: string,
  to: string,
  on: LinkResult = 'COMPLETED',
): LinkRefusal | undefined {
  const refusal = linkRefusal(definition, from, to);
  if (refusal) return refusal;
  const links = definition.links ?? [];
  links.push({ from, to, on });
  definition.links = links;
  return undefined;
}

/** Removes links by their identity, and the joins that have no longer several links to combine. */
export function unlink(definition: PlanDefinition, ids: readonly string[]): void {
  const gone = new Set(ids);
  const touched = new Set((definition.links ?? []).filter((each) => gone.has(linkId(each))).map((each) => each.to));
  definition.links = (definition.links ?? []).filter((each) => !gone.has(linkId(each)));
  for (const key of touched) {
    const left = definition.links.filter((each) => each.to === key).length;
    const join = definition.joins?.[key];
    if (!join || !definition.joins) continue;
    if (left < 2) delete definition.joins[key];
    else if (join.rule === 'AT_LEAST') join.n = Math.min(join.n, left);
  }
}

export function editLink(definition: PlanDefinition, id: string, change: (link: Link) => void): void {
  const found = (definition.links ?? []).find((each) => linkId(each) === id);
  if (found) change(found);
}

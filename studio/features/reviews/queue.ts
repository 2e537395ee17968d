/** Oldest deadline first; what has none comes last, in the order of handing in. */
export function byTimeLeft<Row extends { feedbackDueAt?: string | null; submittedAt: string }>(
  rows: readonly Row[],
): Row[] {
  return [...rows].sort((a, b) => {
    if (a.feedbackDueAt && b.feedbackDueAt) return a.feedbackDueAt.localeCompare(b.feedbackDueAt);
    if (a.feedbackDueAt) return -1;
    if (b.feedbackDueAt) return 1;
    return a.submittedAt.localeCompare(b.submittedAt);
  });
}

/** The row to go to after this one is decided: the next, else the one before, else none. */
export function afterDecided(ids: readonly string[], decided: string): string | undefined {
  const at = ids.indexOf(decided);
  if (at < 0) return ids[0];
  return ids[at + 1] ?? ids[at - 1];
}

/** The neighbour of a row, stopping at both ends; the first row when none is chosen. */
export function neighbour(ids: readonly string[], from: string | undefined, step: 1 | -1): string | undefined {
  const at = from === undefined ? -1 : ids.indexOf(from);
  if (at < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))];
}

/** Mean of the criteria by weight, to one decimal; undefined until each has a score. */
export function weightedScore(
  criteria: readonly { key: string; weight: number }[],
  scores: Readonly<Record<string, number | undefined>>,
): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { key, weight } of criteria) {
    const score = scores[key];
    if (score === undefined) return undefined;
    sum += score * weight;
    weights += weight;
  }
  return weights > 0 ? Math.round((sum / weights) * 10) / 10 : undefined;
}

/** A score as typed: empty is none, otherwise a number from 0 to 100, or `wrong`. */
export function readScore(typed: string): number | undefined | 'wrong' {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) && value >= 0 && value <= 100 ? value : 'wrong';
}

export type TextPart = { text: string } | { url: string };

/** Text cut into plain parts and web addresses; sentence marks after an address stay text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'，。；、）】》]+/g)) {
    const url = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (!URL.canParse(url)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ url });
    from = match.index + url.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

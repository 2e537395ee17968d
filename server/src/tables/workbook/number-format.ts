/** What a number format makes of a number, as far as reading it right depends on it. */
export type FormatKind =
  | { kind: 'plain' }
  | { kind: 'date'; hasDay: boolean; hasTime: boolean }
  /** Both are shown with this many decimals; undefined = as many as there are. */
  | { kind: 'number'; decimals: number | undefined }
  | { kind: 'percent'; decimals: number | undefined };

/** Formats that a file names by number alone. 27–36 and 50–58 are the dates of Chinese, Japanese and Korean Excel. */
export function builtInFormat(id: number): FormatKind {
  if (id === 9) return { kind: 'percent', decimals: 0 };
  if (id === 10) return { kind: 'percent', decimals: 2 };
  if (id === 1 || id === 3 || id === 37 || id === 38) return { kind: 'number', decimals: 0 };
  if (id === 2 || id === 4 || id === 39 || id === 40) return { kind: 'number', decimals: 2 };
  if (id === 22) return { kind: 'date', hasDay: true, hasTime: true };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 33) || id === 55 || id === 56)
    return { kind: 'date', hasDay: false, hasTime: true };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { kind: 'date', hasDay: true, hasTime: false };
  return { kind: 'plain' };
}

/** Formats that a file spells out: the part for positive numbers, without what stands in it literally. */
export function readFormat(code: string): FormatKind {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  // [h] is a duration; [Red], [$-804] and [>5] are about colour, language and choice.
  const bare = positive.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  if (bare.includes('general') || bare.includes('@')) return { kind: 'plain' };
  const hasDay = /[yde年月日]/.test(bare.replace(/e[+-]/g, ''));
  const hasTime = /[hs时分秒]/.test(bare);
  if (hasDay || hasTime) return { kind: 'date', hasDay, hasTime };
  if (/^m+$/.test(bare)) return { kind: 'date', hasDay: true, hasTime: false };
  const decimals =
    /[0#?]/.test(bare) && !/[#?]*\.[0]*[#?]/.test(bare) ? (/\.(0+)/.exec(bare)?.[1]?.length ?? 0) : undefined;
  if (bare.includes('%')) return { kind: 'percent', decimals };
  // Thousands left out at the end, fractions and powers are shown in ways that nobody should have to guess.
  return /^[^0#?]*[0#?][0#?,.]*[^0#?,/e]*$/.test(bare) && !/,($|[^0#?])/.test(bare)
    ? { kind: 'number', decimals }
    : { kind: 'plain' };
}

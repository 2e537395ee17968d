const HAN = /^[\u3400-\u9fff]+$/;

/**
 * What a person is called: 王思远 → 思远, 欧阳思远 → 思远; a name of two characters stays whole, as one would say it.
 * Of other names the first word.
 */
export function givenName(name: string): string {
  const trimmed = name.trim();
  if (!HAN.test(trimmed)) return trimmed.split(/\s+/)[0] ?? trimmed;
  if (trimmed.length <= 2) return trimmed;
  return trimmed.slice(trimmed.length >= 4 ? 2 : 1);
}

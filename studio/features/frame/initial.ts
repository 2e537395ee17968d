/** One letter for a person: of a Latin name the first, of a Chinese one the first of what the person is called. */
export function initial(name: string): string {
  const trimmed = name.trim();
  if (/^[\u3400-\u9fff]{3,}$/.test(trimmed)) return trimmed.slice(-2, -1);
  return trimmed.slice(0, 1).toUpperCase();
}

const MOST_CHARACTERS = 200;

/**
 * A name as it is kept: without folders, and without what is not seen but changes what is seen (controls, marks of direction).
 * '' = there is no name in it.
 */
export function plainFileName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const characters = Array.from(name);
  if (characters.length <= MOST_CHARACTERS) return name;
  // The ending says what it is, so it stays.
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return characters.slice(0, MOST_CHARACTERS - ending.length).join('') + ending;
}

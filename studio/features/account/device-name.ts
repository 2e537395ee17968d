const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['MicroMessenger', 'WeChat'],
  ['DingTalk', 'DingTalk'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

const nameIn = (names: readonly (readonly [mark: string, name: string])[], text: string): string | undefined =>
  names.find(([mark]) => text.includes(mark))?.[1];

/** Browser and system, by what the browser calls itself; each is a name of a product, the same in every language. */
export function deviceName(userAgent: string | null | undefined): { browser?: string; system?: string } {
  if (!userAgent) return {};
  const [browser, system] = [nameIn(BROWSERS, userAgent), nameIn(SYSTEMS, userAgent)];
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
}

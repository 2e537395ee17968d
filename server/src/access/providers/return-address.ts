/** Where somebody wanted to go, as a path of the studio; its start where it leads anywhere else. */
export function returnPath(asked: string | null | undefined): string {
  // Resolved against an origin that nobody has: what is no path, or a path that browsers read as another host, does not stay there.
  const origin = 'https://studio.invalid';
  const hasControls = [...(asked ?? '')].some((character) => character <= ' ' || character === '\\');
  if (!asked?.startsWith('/') || hasControls || asked.length > 1000) return '/';
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : undefined;
  // `/.//host` resolves to `//host`, which is another host the next time.
  if (url?.origin !== origin || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The studio beside this API: of several addresses the one under the same name, because cookies are kept by name. */
export function studioBeside(publicUrl: string, studioOrigins: readonly string[]): string {
  const { hostname } = new URL(publicUrl);
  return studioOrigins.find((origin) => new URL(origin).hostname === hostname) ?? studioOrigins[0] ?? publicUrl;
}

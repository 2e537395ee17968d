import { LOCALE_COOKIE, type Locale } from './locale';

const YEAR_IN_SECONDS = 31_536_000;

/** Keeps the language in the cookie; `router.refresh()` then brings the page in it, with everything typed still there. */
export function chooseLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in in-app browsers that people open links in
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
}

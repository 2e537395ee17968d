export const THEME_COOKIE = 'planwright_theme';
export const THEME_CHOICES = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export const isThemeChoice = (value: unknown): value is ThemeChoice => THEME_CHOICES.some((choice) => choice === value);

/** What the window says when another theme is painted. */
export const THEME_CHANGED = 'planwright:theme';

/**
 * Paints before the first frame; only the browser knows what `system` is, and it may change while a page is open: in
 * the evening, on every page, also on those for people without an account. The attributes are the script's and
 * `chooseTheme`'s alone: if React set them too, the next refresh of the page would undo the choice.
 */
export function themeScript(choice: ThemeChoice): string {
  return `(()=>{const d=document.documentElement.dataset,m=matchMedia('(prefers-color-scheme: dark)');\
const paint=()=>{d.theme=(d.themeChoice==='system'?m.matches:d.themeChoice==='dark')?'dark':'light'};\
d.themeChoice='${choice}';paint();\
m.addEventListener('change',()=>{paint();dispatchEvent(new Event('${THEME_CHANGED}'))})})()`;
}

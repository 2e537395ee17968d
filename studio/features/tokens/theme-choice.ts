export const THEME_COOKIE = 'planwright_theme';
export const THEME_CHOICES = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export const isThemeChoice = (value: unknown): value is ThemeChoice => THEME_CHOICES.some((choice) => choice === value);

/**
 * Paints before the first frame; only the browser knows what `system` is. The attributes are the script's and
 * `chooseTheme`'s alone: if React set them too, the next refresh of the page would undo the choice.
 */
export function themeScript(choice: ThemeChoice): string {
  const theme =
    choice === 'system' ? "matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'" : `'${choice}'`;
  return `Object.assign(document.documentElement.dataset,{themeChoice:'${choice}',theme:${theme}})`;
}

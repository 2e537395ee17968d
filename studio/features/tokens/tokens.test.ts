import { describe, expect, it } from '@jest/globals';
import { type ColourName, colours, stages, states } from './tokens';
import { customProperties, type ThemeName, tokensCss } from './tokens-css';

const THEMES: readonly ThemeName[] = ['light', 'dark'];
const TEXT = 4.5;
const LINE = 3;

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('the %s theme', (theme) => {
  const grounds: readonly ColourName[] = ['paper', 'surface'];
  const inks: readonly ColourName[] = ['ink', 'ink-2', 'primary', 'accent', 'warn', 'danger', 'ok', 'info'];

  it.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const)))(
    'has readable %s on %s',
    (ink, ground) => {
      expect(contrast(colours[ink][theme], colours[ground][theme])).toBeGreaterThanOrEqual(TEXT);
    },
  );

  it('has a readable button and selection', () => {
    expect(contrast(colours['on-primary'][theme], colours.primary[theme])).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(colours.primary[theme], colours.soft[theme])).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(colours.ink[theme], colours.soft[theme])).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(colours.paper[theme], colours.accent[theme])).toBeGreaterThanOrEqual(TEXT);
  });

  it('has lines and focus rings that can be seen', () => {
    for (const ground of grounds) {
      expect(contrast(colours.line[theme], colours[ground][theme])).toBeGreaterThanOrEqual(LINE);
      expect(contrast(colours.primary[theme], colours[ground][theme])).toBeGreaterThanOrEqual(LINE);
    }
  });

  it('has readable stages and states on their tints, and edges of them on the canvas', () => {
    for (const { ink, soft } of [...stages, ...Object.values(states)]) {
      expect(contrast(ink[theme], soft[theme])).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(ink[theme], colours.paper[theme])).toBeGreaterThanOrEqual(LINE);
    }
  });

  it('has readable words in the notes that stand on a state’s tint', () => {
    for (const state of ['failed', 'returned', 'done', 'open'] as const) {
      expect(contrast(colours.ink[theme], states[state].soft[theme])).toBeGreaterThanOrEqual(TEXT);
    }
  });
});

describe('the style sheet', () => {
  it('gives both themes the same properties', () => {
    expect(Object.keys(customProperties('dark'))).toEqual(Object.keys(customProperties('light')));
  });

  it('says light at the root and dark where the theme is dark', () => {
    const css = tokensCss();
    expect(css).toContain(':root{color-scheme:light');
    expect(css).toContain('[data-theme=dark]{color-scheme:dark');
    expect(css).toContain(`--primary:${colours.primary.dark}`);
  });
});

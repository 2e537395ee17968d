import { colours, fontFamily, radius, space, stages, states } from './tokens';

export type ThemeName = 'light' | 'dark';

/** Name → value of every custom property that depends on the theme. */
export function customProperties(theme: ThemeName): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(colours)) properties[`--${name}`] = value[theme];
  stages.forEach((stage, index) => {
    properties[`--stage-${index + 1}`] = stage.ink[theme];
    properties[`--stage-${index + 1}-soft`] = stage.soft[theme];
  });
  for (const [name, state] of Object.entries(states)) {
    properties[`--state-${name}`] = state.ink[theme];
    properties[`--state-${name}-soft`] = state.soft[theme];
  }
  return properties;
}

/** React Flow reads these before its own defaults, so the canvas follows the theme without a second theme system. */
const flow: Record<string, string> = {
  '--xy-background-color': 'var(--paper)',
  '--xy-background-pattern-color': 'var(--hair)',
  '--xy-edge-stroke': 'var(--line)',
  '--xy-edge-stroke-selected': 'var(--primary)',
  '--xy-connectionline-stroke': 'var(--primary)',
  '--xy-handle-background-color': 'var(--surface)',
  '--xy-handle-border-color': 'var(--line)',
  '--xy-node-color': 'var(--ink)',
  '--xy-node-background-color': 'var(--surface)',
  '--xy-minimap-background-color': 'var(--surface)',
  '--xy-minimap-node-background-color': 'var(--hair)',
  '--xy-controls-button-background-color': 'var(--surface)',
  '--xy-controls-button-color': 'var(--ink)',
  '--xy-controls-button-border-color': 'var(--hair)',
  '--xy-selection-background-color': 'color-mix(in srgb, var(--primary) 8%, transparent)',
  '--xy-selection-border': '1px solid var(--primary)',
};

const fixed: Record<string, string> = {
  '--font': fontFamily,
  '--radius': `${radius.base}px`,
  '--radius-cell': `${radius.cell}px`,
  ...Object.fromEntries(space.map((value, index) => [`--space-${index + 1}`, `${value}px`])),
};

const block = (selector: string, properties: Record<string, string>): string =>
  `${selector}{${Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

/** The style sheet that the root layout puts into the head: light on `:root`, dark on `[data-theme=dark]`. */
export function tokensCss(): string {
  return [
    block(':root', { 'color-scheme': 'light', ...fixed, ...flow, ...customProperties('light') }),
    block('[data-theme=dark]', { 'color-scheme': 'dark', ...flow, ...customProperties('dark') }),
  ].join('\n');
}

/** A colour in both themes. */
export interface Shade {
  light: string;
  dark: string;
}

/** A text colour and the tint it stands on. */
export interface Pair {
  ink: Shade;
  soft: Shade;
}

const shade = (light: string, dark: string): Shade => ({ light, dark });
const pair = (ink: Shade, soft: Shade): Pair => ({ ink, soft });

/** Every colour of the studio. What paints, paints with one of these. */
export const colours = {
  paper: shade('#FAF9F6', '#15171A'),
  surface: shade('#FFFFFF', '#1D2024'),
  hair: shade('#E4E1DA', '#30353B'),
  line: shade('#85827B', '#7C828A'),
  ink: shade('#1D2125', '#ECEAE5'),
  'ink-2': shade('#565C63', '#A9AFB6'),
  primary: shade('#0B6B62', '#5CC3B5'),
  'on-primary': shade('#FFFFFF', '#10201E'),
  soft: shade('#E3F1EE', '#173934'),
  accent: shade('#A8431F', '#F0956F'),
  warn: shade('#8A5A00', '#E3B04B'),
  danger: shade('#B3261E', '#F2837B'),
  ok: shade('#2B6E3F', '#7CC68F'),
  info: shade('#2A5BA8', '#86B0F0'),
} as const satisfies Record<string, Shade>;

export type ColourName = keyof typeof colours;

/** Stages take these in the order of the plan and begin again after the sixth: 青 黛 藤 赭 茜 苔. */
export const stages: readonly Pair[] = [
  pair(shade('#25705F', '#7CCBB6'), shade('#E2F0EB', '#16322B')),
  pair(shade('#3F5A8A', '#A3BBE6'), shade('#E6EBF4', '#1D2941')),
  pair(shade('#74518C', '#CBA9E0'), shade('#F0E8F4', '#2E2238')),
  pair(shade('#935B1E', '#E3B176'), shade('#F7ECDD', '#36270F')),
  pair(shade('#9C3D4A', '#EFA0AB'), shade('#F8E7E8', '#3D1D23')),
  pair(shade('#5E6B1F', '#BCC977'), shade('#EFF1DE', '#282D10')),
];

/** How an item looks, wherever it is shown. `failed` is also rejected; `overdue` wins over open, started, returned. */
export const states = {
  locked: pair(shade('#5F6368', '#A2A8AF'), shade('#EFEDE8', '#26292D')),
  open: pair(shade('#2A5BA8', '#9DC0F5'), shade('#E7EEF9', '#1C2B44')),
  started: pair(shade('#1F4F94', '#B9D3FA'), shade('#CFE0F7', '#23406B')),
  submitted: pair(shade('#6B4A86', '#CDB1E4'), shade('#E9DFF2', '#33253F')),
  returned: pair(shade('#8A5A00', '#E9BE62'), shade('#FBEBC8', '#3B2E10')),
  done: pair(shade('#1F5C33', '#8FD6A3'), shade('#D3ECD9', '#17331F')),
  failed: pair(shade('#9B1C15', '#F59A92'), shade('#F9D9D6', '#44191A')),
  overdue: pair(shade('#8F1D12', '#F7A48E'), shade('#FCE0D8', '#47200F')),
  excused: pair(shade('#565C63', '#A9AFB6'), shade('#E6E4DE', '#2B2F33')),
} as const satisfies Record<string, Pair>;

export type StateLook = keyof typeof states;

export const space = [4, 8, 12, 16, 24, 32, 48] as const;
export const radius = { cell: 4, base: 6 } as const;
export const fontFamily =
  'Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** CSS custom properties of stage `index` (0-based): `{ ink: 'var(--stage-1)', soft: 'var(--stage-1-soft)' }`. */
export function stageColours(index: number): { ink: string; soft: string } {
  const n = (((index % stages.length) + stages.length) % stages.length) + 1;
  return { ink: `var(--stage-${n})`, soft: `var(--stage-${n}-soft)` };
}

/** CSS custom properties of an item state. */
export function stateColours(look: StateLook): { ink: string; soft: string } {
  return { ink: `var(--state-${look})`, soft: `var(--state-${look}-soft)` };
}

import { type ThemeConfig, theme } from 'antd';
import { colours, fontFamily, radius } from './tokens';
import type { ThemeName } from './tokens-css';

/** antd with our tokens. Components that need another value take a custom property, not a number of their own. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const of = (colour: keyof typeof colours): string => colours[colour][name];
  return {
    cssVar: { key: `planwright-${name}` },
    hashed: false,
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: of('primary'),
      colorInfo: of('info'),
      colorSuccess: of('ok'),
      colorWarning: of('warn'),
      colorError: of('danger'),
      colorLink: of('primary'),
      colorTextBase: of('ink'),
      colorText: of('ink'),
      colorTextSecondary: of('ink-2'),
      colorTextTertiary: of('ink-2'),
      colorTextDescription: of('ink-2'),
      colorTextPlaceholder: of('ink-2'),
      colorTextLightSolid: of('on-primary'),
      colorBgBase: of('surface'),
      colorBgLayout: of('paper'),
      colorBgContainer: of('surface'),
      colorBgElevated: of('surface'),
      colorBorder: of('line'),
      colorBorderSecondary: of('hair'),
      controlItemBgActive: of('soft'),
      controlItemBgActiveHover: of('soft'),
      borderRadius: radius.base,
      borderRadiusSM: radius.cell,
      fontFamily,
      fontSize: 14,
      controlHeight: 32,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { cellPaddingBlock: 8, cellPaddingInline: 12, cellFontSize: 13, headerBg: of('surface') },
    },
  };
}

import path from 'node:path';
import type { StorybookConfig } from '@storybook/nextjs-vite';

const STUDIO = path.join(import.meta.dirname, '../..');

/** Stories stand beside the parts that they show. Nothing here reaches the network: no telemetry, no news, no fonts from outside. */
const config: StorybookConfig = {
  framework: '@storybook/nextjs-vite',
  stories: ['../../features/**/*.stories.tsx'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook's reader of props needs TypeScript's old API, which TypeScript 7 no longer has.
  typescript: { reactDocgen: false },
  viteFinal: (vite) => ({ ...vite, resolve: { ...vite.resolve, alias: { '@': STUDIO } } }),
};

export default config;

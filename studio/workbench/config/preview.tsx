import '@/app/globals.css';
// The server prints with this font; here it keeps pictures the same on machines that have no Chinese one.
import '@fontsource/noto-sans-sc/chinese-simplified-400.css';
import '@fontsource/noto-sans-sc/chinese-simplified-600.css';
import type { Preview } from '@storybook/nextjs-vite';
import { tokensCss } from '@/features/tokens/tokens-css';
import { Surroundings } from '../surroundings';

const tokens = document.createElement('style');
tokens.textContent = tokensCss();
document.head.append(tokens);

const preview: Preview = {
  globalTypes: {
    locale: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { locale: 'zh-CN', theme: 'light' },
  parameters: {
    nextjs: { appDirectory: true },
    layout: 'fullscreen',
    controls: { disable: true },
    backgrounds: { disable: true },
  },
  decorators: [
    (Story, { globals }) => (
      <Surroundings
        locale={globals.locale === 'en' ? 'en' : 'zh-CN'}
        theme={globals.theme === 'dark' ? 'dark' : 'light'}
      >
        <Story />
      </Surroundings>
    ),
  ],
};

export default preview;

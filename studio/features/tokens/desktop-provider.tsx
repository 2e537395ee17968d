'use client';
import { AntdRegistry } from '@ant-design/nextjs-registry';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { antdTheme } from './antd-theme';
import { useTheme } from './theme';

/**
 * antd for the pages that use it. Wrap the page (or its layout) in this; the frame, sign-in, my plan and reviews do
 * without, so that a phone never loads the kit.
 */
export function DesktopProvider({ children }: { children: ReactNode }) {
  const theme = useTheme();
  const locale = useLocale();
  return (
    <AntdRegistry>
      <ConfigProvider
        theme={antdTheme(theme)}
        locale={locale === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </AntdRegistry>
  );
}

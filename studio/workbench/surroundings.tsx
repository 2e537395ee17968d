import { NextIntlClientProvider } from 'next-intl';
import { type ReactNode, useLayoutEffect } from 'react';
import type { Locale } from '@/features/i18n/locale';
import { SessionProvider } from '@/features/session/session';
import { ClockProvider } from '@/features/time/clock';
import { THEME_CHANGED } from '@/features/tokens/theme-choice';
import type { ThemeName } from '@/features/tokens/tokens-css';
import { ToastProvider } from '@/features/ui/toast';
import type { Role } from '@/gql/graphql';
import en from '@/messages/en.json';
import zhCN from '@/messages/zh-CN.json';
import { Answered } from './stub-api';

const MESSAGES = { 'zh-CN': zhCN, en };

/** It is always this moment in the stories, so that pictures of one part can be laid beside each other. */
export const NOW = '2026-03-12T02:30:00.000Z';
const ZONE = 'Asia/Shanghai';

/** What every page gives to its parts: words, time, a signed-in person, a server, a place for toasts. */
export function Surroundings({ locale, theme, children }: { locale: Locale; theme: ThemeName; children: ReactNode }) {
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    root.lang = locale;
    root.dataset.theme = theme;
    root.dataset.themeChoice = theme;
    window.dispatchEvent(new Event(THEME_CHANGED));
  }, [locale, theme]);
  return (
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone={ZONE}>
      <SignedIn roles={['HR', 'ADMIN', 'DESIGNER', 'MENTOR']}>
        <ClockProvider serverNow={NOW} zone={ZONE}>
          <ToastProvider>
            <Answered by={{}}>{children}</Answered>
          </ToastProvider>
        </ClockProvider>
      </SignedIn>
    </NextIntlClientProvider>
  );
}

/** Somebody with these roles, in the live workspace or in a sandbox of it. */
export function SignedIn({
  roles,
  name = '欧阳明月',
  workspace = '远山零售',
  isSandbox = false,
  children,
}: {
  roles: Role[];
  name?: string;
  workspace?: string;
  isSandbox?: boolean;
  children: ReactNode;
}) {
  const viewer = {
    demo: false,
    locale: 'zh-CN',
    roles,
    reachesEverybody: true,
    person: { id: 'person-1', name, email: 'mingyue@yuanshan.example', timeZone: ZONE },
    workspace: {
      id: isSandbox ? 'workspace-2' : 'workspace-1',
      name: workspace,
      kind: isSandbox ? ('SANDBOX' as const) : ('LIVE' as const),
      now: NOW,
      timeZone: ZONE,
    },
  };
  return (
    <SessionProvider viewer={viewer} person={viewer.person}>
      {children}
    </SessionProvider>
  );
}

/** The margins that a page has, for parts that do not bring their own. */
export const OnPage = ({ children, width }: { children: ReactNode; width?: number }) => (
  <main style={{ padding: 16, maxWidth: width, display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
    {children}
  </main>
);

/** Small parts side by side, as many as fit a line. */
export const Row = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>{children}</div>
);

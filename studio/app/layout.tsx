import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { serverFacts, serverFactsScript } from '@/features/api/address';
import { firstMessages } from '@/features/i18n/first-messages';
import { readMessages } from '@/features/i18n/messages';
import { isThemeChoice, THEME_COOKIE, themeScript } from '@/features/tokens/theme-choice';
import { colours } from '@/features/tokens/tokens';
import { tokensCss } from '@/features/tokens/tokens-css';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: { default: 'Planwright', template: '%s · Planwright' }, description: t('tagline') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colours.paper.light },
    { media: '(prefers-color-scheme: dark)', color: colours.paper.dark },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const cookie = (await cookies()).get(THEME_COOKIE)?.value;
  const theme = isThemeChoice(cookie) ? cookie : 'system';
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const facts = serverFactsScript(serverFacts(process.env));
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        {/* biome-ignore-start lint/security/noDangerouslySetInnerHtml: our own constants and an escaped JSON value */}
        <style id="tokens" dangerouslySetInnerHTML={{ __html: tokensCss() }} />
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `${facts};${themeScript(theme)}` }}
        />
        {/* biome-ignore-end lint/security/noDangerouslySetInnerHtml: see above */}
      </head>
      <body>
        <NextIntlClientProvider messages={firstMessages(await readMessages(locale))}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}

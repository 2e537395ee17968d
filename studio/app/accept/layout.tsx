import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readMessages } from '@/features/i18n/messages';

/** Outside the frame: whoever comes here is not signed in yet. The page carries its own words and no others. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { account, signIn, ui } = await readMessages(await getLocale());
  return <NextIntlClientProvider messages={{ account, signIn, ui }}>{children}</NextIntlClientProvider>;
}

import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readMessages } from '@/features/i18n/messages';

/** Outside the frame: people who hold a link have no account. The page carries its own words and no others. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { survey, ui } = await readMessages(await getLocale());
  return <NextIntlClientProvider messages={{ survey, ui }}>{children}</NextIntlClientProvider>;
}

import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readMessages } from '@/features/i18n/messages';

/** A page for phones: it brings along its own words and no others. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { survey, ui, time } = await readMessages(await getLocale());
  return <NextIntlClientProvider messages={{ survey, ui, time }}>{children}</NextIntlClientProvider>;
}

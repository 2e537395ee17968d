import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';

/** These pages have many texts of their own; other pages do not load them. */
export default function Layout({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider>{children}</NextIntlClientProvider>;
}

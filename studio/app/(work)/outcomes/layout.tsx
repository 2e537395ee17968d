import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';

/** These pages have many words of their own; the first load of the others does not carry them. */
export default function Layout({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider>{children}</NextIntlClientProvider>;
}

import { getTranslations } from 'next-intl/server';
import { AcceptPage } from '@/features/account/accept-page';

/** Search engines must not index it, and linked pages must not learn of it. */
export async function generateMetadata() {
  const t = await getTranslations('account');
  return { title: t('accept.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' as const };
}

export default function Page() {
  return <AcceptPage />;
}

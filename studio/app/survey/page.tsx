import { getTranslations } from 'next-intl/server';
import { TypeCodePage } from '@/features/surveys/answer/type-code-page';

export async function generateMetadata() {
  const t = await getTranslations('survey');
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'no-referrer' as const };
}

export default function Page() {
  return <TypeCodePage />;
}

import { getTranslations } from 'next-intl/server';
import { SurveyPage } from '@/features/surveys/answer/survey-page';

/** The address is a secret: search engines must not index it, and linked pages must not receive it. */
export async function generateMetadata() {
  const t = await getTranslations('survey');
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'no-referrer' as const };
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <SurveyPage key={token} token={decodeURIComponent(token)} />;
}

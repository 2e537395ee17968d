import { getTranslations } from 'next-intl/server';
import { MySurveysPage } from '@/features/surveys/answer/my-surveys-page';

export async function generateMetadata() {
  const t = await getTranslations('survey');
  return { title: t('mine.title') };
}

export default function Page() {
  return <MySurveysPage />;
}

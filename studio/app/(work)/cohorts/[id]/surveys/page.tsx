import { getTranslations } from 'next-intl/server';
import { SurveysPage } from '@/features/surveys/rounds/surveys-page';

export async function generateMetadata() {
  const t = await getTranslations('surveys');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <SurveysPage cohortId={decodeURIComponent(id)} />;
}

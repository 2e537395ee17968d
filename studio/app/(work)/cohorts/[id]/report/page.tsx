import { getTranslations } from 'next-intl/server';
import { NewestReportPage } from '@/features/reports/report-page';

export async function generateMetadata() {
  const t = await getTranslations('reports');
  return { title: t('report') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <NewestReportPage cohortId={decodeURIComponent(id)} />;
}

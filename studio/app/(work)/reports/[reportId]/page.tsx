import { getTranslations } from 'next-intl/server';
import { ReportPage } from '@/features/reports/report-page';

export async function generateMetadata() {
  const t = await getTranslations('reports');
  return { title: t('report') };
}

export default async function Page({ params }: { params: Promise<{ reportId: string }> }) {
  const { reportId } = await params;
  return <ReportPage reportId={decodeURIComponent(reportId)} />;
}

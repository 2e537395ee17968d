import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ReportCentre } from '@/features/reports/centre/report-centre';

export async function generateMetadata() {
  const t = await getTranslations('reports');
  return { title: t('title') };
}

export default function Page() {
  return (
    <Suspense>
      <ReportCentre />
    </Suspense>
  );
}

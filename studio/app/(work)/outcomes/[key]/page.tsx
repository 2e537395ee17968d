import { getTranslations } from 'next-intl/server';
import { MetricPage } from '@/features/outcomes/metric-page';

export async function generateMetadata() {
  const t = await getTranslations('outcomes');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  return <MetricPage metricKey={decodeURIComponent(key)} />;
}

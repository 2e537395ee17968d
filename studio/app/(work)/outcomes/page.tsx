import { getTranslations } from 'next-intl/server';
import { MetricsPage } from '@/features/outcomes/metrics-page';

export async function generateMetadata() {
  const t = await getTranslations('outcomes');
  return { title: t('title') };
}

export default function Page() {
  return <MetricsPage />;
}

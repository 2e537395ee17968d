import { getTranslations } from 'next-intl/server';
import { DeliveriesPage } from '@/features/deliveries/deliveries-page';

export async function generateMetadata() {
  const t = await getTranslations('deliveries');
  return { title: t('title') };
}

export default function Page() {
  return <DeliveriesPage />;
}

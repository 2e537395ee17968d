import { getTranslations } from 'next-intl/server';
import { RoutingPage } from '@/features/integrations/routing-page';

export async function generateMetadata() {
  const t = await getTranslations('integrations');
  return { title: t('tabs.routing') };
}

export default function Page() {
  return <RoutingPage />;
}

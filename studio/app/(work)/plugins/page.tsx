import { getTranslations } from 'next-intl/server';
import { PluginsPage } from '@/features/plugins/plugins-page';

export async function generateMetadata() {
  const t = await getTranslations('plugins');
  return { title: t('title') };
}

export default function Page() {
  return <PluginsPage />;
}

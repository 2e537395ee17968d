import { getTranslations } from 'next-intl/server';
import { WorkspacePage } from '@/features/settings/workspace-page';

export async function generateMetadata() {
  const t = await getTranslations('frame');
  return { title: t('places.settings') };
}

export default function Page() {
  return <WorkspacePage />;
}

import { getTranslations } from 'next-intl/server';
import { CalendarPage } from '@/features/settings/calendar-page';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  return { title: t('tabs.calendar') };
}

export default function Page() {
  return <CalendarPage />;
}

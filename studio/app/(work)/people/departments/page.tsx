import { getTranslations } from 'next-intl/server';
import { DepartmentsPage } from '@/features/people/departments/departments-page';

export async function generateMetadata() {
  const t = await getTranslations('people');
  return { title: t('tabs.departments') };
}

export default function Page() {
  return <DepartmentsPage />;
}

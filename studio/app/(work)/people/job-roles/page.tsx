import { getTranslations } from 'next-intl/server';
import { JobRolesPage } from '@/features/people/job-roles/job-roles-page';

export async function generateMetadata() {
  const t = await getTranslations('people');
  return { title: t('tabs.jobRoles') };
}

export default function Page() {
  return <JobRolesPage />;
}

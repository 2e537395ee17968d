import { getTranslations } from 'next-intl/server';
import { AuditPage } from '@/features/audit/audit-page';

export async function generateMetadata() {
  const t = await getTranslations('frame');
  return { title: t('places.audit') };
}

export default function Page() {
  return <AuditPage />;
}

import { MigrationPage } from '@/features/migration/migration-page';

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  return <MigrationPage planKey={(await params).key} />;
}

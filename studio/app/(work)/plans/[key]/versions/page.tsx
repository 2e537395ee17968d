import { VersionsPage } from '@/features/designer/publish/versions-page';

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  return <VersionsPage planKey={(await params).key} />;
}

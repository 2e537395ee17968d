import { PublishPage } from '@/features/designer/publish/publish-page';

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  return <PublishPage planKey={(await params).key} />;
}

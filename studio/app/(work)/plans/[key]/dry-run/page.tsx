import { DryRunPage } from '@/features/designer/publish/dry-run-page';

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  return <DryRunPage planKey={(await params).key} />;
}

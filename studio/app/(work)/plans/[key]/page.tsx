import { DesignerPage } from '@/features/designer/designer-page';

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ version?: string }>;
}) {
  const [{ key }, { version }] = await Promise.all([params, searchParams]);
  const number = Number(version);
  return <DesignerPage planKey={key} versionNumber={Number.isInteger(number) && number > 0 ? number : undefined} />;
}

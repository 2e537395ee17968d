import { EnrolmentPage } from '@/features/enrolment/enrolment-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EnrolmentPage id={decodeURIComponent(id)} />;
}

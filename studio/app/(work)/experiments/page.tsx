import { ExperimentsPage } from '@/features/experiments/experiments-page';

export default function Page() {
  return <ExperimentsPage />;
}

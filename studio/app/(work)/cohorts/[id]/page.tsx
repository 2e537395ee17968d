import { BoardPage } from '@/features/board/board-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <BoardPage cohortId={decodeURIComponent(id)} />;
}

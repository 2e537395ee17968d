import { BookOpen, Gauge, ListChecks, type LucideIcon, PencilLine, Stamp, UsersRound } from 'lucide-react';
import type { ItemKind } from '@/gql/graphql';

/** One icon per kind, everywhere. */
export const KIND_ICONS: Record<ItemKind, LucideIcon> = {
  COURSE: BookOpen,
  TASK: PencilLine,
  ASSESSMENT: Gauge,
  APPROVAL: Stamp,
  MEETING: UsersRound,
  SURVEY: ListChecks,
};

/** The icon of a kind; decorative, the kind is named beside it or by the item itself. */
export function KindIcon({ kind, size = 16 }: { kind: ItemKind; size?: number }) {
  const Icon = KIND_ICONS[kind];
  return <Icon size={size} strokeWidth={1.75} aria-hidden />;
}

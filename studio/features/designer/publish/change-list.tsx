'use client';
import { ArrowLeftRight, Minus, PencilLine, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { ChangeKind, VersionRef } from '@/gql/graphql';
import styles from './publish.module.css';
import { compareVersions } from './publish-documents';

const ICONS: Record<ChangeKind, typeof Plus> = {
  ADDED: Plus,
  REMOVED: Minus,
  CHANGED: PencilLine,
  MOVED: ArrowLeftRight,
};

/** What changed between two versions, in sentences; nothing is cut short. */
export function ChangeList({ from, to }: { from: VersionRef; to: VersionRef }) {
  const t = useTranslations('publish');
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, retry] = useQuery({
    query: compareVersions,
    variables: { from, to },
    requestPolicy: 'network-only',
  });
  if (error) return <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data || fetching) return <SkeletonRows count={4} label={ui('loading')} />;
  const { changes, identical } = data.comparePlanVersions;
  if (identical || changes.length === 0) return <p className={styles.quiet}>{t('identical')}</p>;
  return (
    <List className={styles.changes} data-testid="changes">
      {changes.map((change) => {
        const Icon = ICONS[change.kind];
        return (
          <li key={`${change.kind} ${change.path.join('.')} ${change.sentence}`} data-kind={change.kind}>
            <Icon size={16} strokeWidth={1.75} aria-label={t(`kinds.${change.kind}`)} />
            <span>{change.sentence}</span>
          </li>
        );
      })}
    </List>
  );
}

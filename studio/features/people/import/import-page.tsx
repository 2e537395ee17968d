'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { unmask } from '@/features/api/fragments';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { Skeleton } from '@/features/ui/skeleton';
import type { PeopleImportViewFragment } from '@/gql/graphql';
import { DoneStep } from './done-step';
import { PreviewStep } from './preview-step';
import { FailedStep, ReadingStep, WritingStep } from './progress-steps';
import { SourceStep } from './source-step';
import { usePeopleImport } from './use-people-import';

/** People from a file: choose it, look at what each row would do, import. The address keeps the import through a reload. */
export function ImportPage({ id }: { id: string | undefined }) {
  const t = useTranslations('peopleImport');
  const router = useRouter();
  const open = useCallback((next: string) => router.replace(`/people/import?id=${encodeURIComponent(next)}`), [router]);
  return (
    <>
      <PageBar
        title={t('title')}
        actions={
          <ButtonLink href="/people" look="quiet">
            {t('toPeople')}
          </ButtonLink>
        }
      />
      <PageBody>
        {id === undefined ? <SourceStep onPrepared={open} /> : <OpenImport key={id} id={id} onPrepared={open} />}
      </PageBody>
    </>
  );
}

function OpenImport({ id, onPrepared }: { id: string; onPrepared: (id: string) => void }) {
  const t = useTranslations('peopleImport');
  const { found, error, read } = usePeopleImport(id);
  if (error) return <FailureNote error={error} retry={read} />;
  if (found === undefined) return <Skeleton height={160} />;
  const shown = unmask<PeopleImportViewFragment>(found);
  if (!shown) {
    return (
      <Empty title={t('gone')} action={<ButtonLink href="/people/import">{t('startOver')}</ButtonLink>}>
        {t('goneText')}
      </Empty>
    );
  }
  switch (shown.state) {
    case 'READING':
      return <ReadingStep read={shown.read} total={shown.total} />;
    case 'WRITING':
      return <WritingStep written={shown.written} total={shown.created + shown.updated} />;
    case 'FAILED':
      return <FailedStep message={shown.problems[0]?.message ?? ''} />;
    case 'DONE':
      return <DoneStep shown={shown} />;
    case 'READY':
      return <PreviewStep shown={shown} onPrepared={onPrepared} onAgreed={read} />;
    default:
      return shown.state satisfies never;
  }
}

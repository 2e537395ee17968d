'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useTimeWords } from '@/features/time/use-time-words';
import { FailureNote } from '@/features/ui/failure-note';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Table } from '@/features/ui/table';
import { useToast } from '@/features/ui/toast';
import type { PreviewCalendarYearQuery } from '@/gql/graphql';
import { previewCalendarYear, publishCalendarYear } from './documents';
import styles from './settings.module.css';
import type { YearDays } from './year-days';

/** What publishing or correcting a year moves, before it does exactly that. */
export function PublishYearDialog({
  year: { calendar, year, published },
  days,
  onClose,
  onPublished,
}: {
  year: { calendar: string; year: number; published: boolean };
  days: YearDays;
  onClose: () => void;
  onPublished: () => void;
}) {
  const t = useTranslations('settings.calendar');
  const ui = useTranslations('ui');
  const toast = useToast();
  const command = useCommand(publishCalendarYear);
  const input = useMemo(
    () => ({ calendar, year, off: [...days.off].sort(), on: [...days.on].sort() }),
    [calendar, year, days],
  );
  const [{ data, error }, read] = useQuery({
    query: previewCalendarYear,
    variables: { input },
    requestPolicy: 'network-only',
  });
  const preview = data?.previewCalendarYear;
  const name = String(year);
  return (
    <FormDialog
      title={t(published ? 'correct' : 'publish', { year: name })}
      action={t(published ? 'correctNow' : 'publishNow', { year: name })}
      command={command}
      canSubmit={Boolean(preview?.previewHash)}
      onSubmit={async () => {
        const outcome = await command.run({ input: { ...input, previewHash: preview?.previewHash ?? null } });
        if (outcome.kind !== 'done') return;
        toast({ tone: 'ok', text: t('done', { year: name, count: outcome.payload.moved }) });
        onPublished();
      }}
      onClose={onClose}
      width={720}
    >
      {preview ? (
        <Moves preview={preview} name={name} />
      ) : error ? (
        <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
      ) : (
        <SkeletonRows count={4} label={ui('loading')} />
      )}
    </FormDialog>
  );
}

function Moves({ preview, name }: { preview: PreviewCalendarYearQuery['previewCalendarYear']; name: string }) {
  const t = useTranslations('settings.calendar');
  const words = useTimeWords();
  if (preview.dates === 0) {
    return (
      <Note tone="info" title={t('movesNothing')}>
        {t(preview.corrects ? 'movesNothingCorrects' : 'movesNothingPublishes', { year: name })}
      </Note>
    );
  }
  return (
    <>
      <Note tone="warn" title={t('moves', { dates: preview.dates, people: preview.enrolments })}>
        {t(preview.corrects ? 'movesCorrects' : 'movesPublishes', { year: name })}
      </Note>
      <Table caption={t('movesList')} heads={[t('person'), t('item'), t('from'), t('to')]}>
        {preview.moves.map(({ title, opens, before, after, enrolment }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes
          <tr key={index}>
            <th scope="row">{enrolment.person.name}</th>
            <td>{opens ? t('opensOf', { title }) : title}</td>
            <td>{words.date(before, 'dayTimeYear')}</td>
            <td>{words.date(after, 'dayTimeYear')}</td>
          </tr>
        ))}
      </Table>
      {preview.dates > preview.moves.length && (
        <p className={styles.quiet}>{t('more', { count: preview.dates - preview.moves.length })}</p>
      )}
    </>
  );
}

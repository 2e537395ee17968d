'use client';
import { FileUp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/features/ui/button';
import { PeopleFileLink } from './people-file-link';

/** People as a file, out and in: what comes out can go in again. */
export function PeopleFileActions() {
  const t = useTranslations('peopleImport');
  const locale = useLocale();
  return (
    <>
      <PeopleFileLink name="people.xlsx" language={locale}>
        {t('exportXlsx')}
      </PeopleFileLink>
      <PeopleFileLink name="people.csv" language={locale}>
        {t('exportCsv')}
      </PeopleFileLink>
      <ButtonLink href="/people/import" icon={<FileUp size={16} aria-hidden />} data-testid="import-people-link">
        {t('open')}
      </ButtonLink>
    </>
  );
}

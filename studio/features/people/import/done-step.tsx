'use client';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/features/ui/button';
import { Fact, Facts } from '@/features/ui/facts';
import { Note } from '@/features/ui/note';
import type { PeopleImportViewFragment } from '@/gql/graphql';
import styles from './import.module.css';
import { ImportRows } from './import-rows';
import { PeopleFileLink } from './people-file-link';

/** What was done, and what is left to repair. */
export function DoneStep({ shown }: { shown: PeopleImportViewFragment }) {
  const t = useTranslations('peopleImport');
  const locale = useLocale();
  const deactivated = shown.whenMissing === 'DEACTIVATE' ? shown.missing : 0;
  return (
    <>
      <Note
        tone="ok"
        title={t('done')}
        action={
          <ButtonLink href="/people" look="primary">
            {t('toPeople')}
          </ButtonLink>
        }
      >
        {t('doneText', { created: shown.created, updated: shown.updated })}
      </Note>
      <section className={styles.panel} data-testid="import-result">
        <Facts>
          <Fact name={t('result.CREATED')}>{shown.created}</Fact>
          <Fact name={t('result.UPDATED')}>{shown.updated}</Fact>
          <Fact name={t('result.UNCHANGED')}>{shown.unchanged}</Fact>
          {deactivated > 0 && <Fact name={t('deactivated')}>{deactivated}</Fact>}
          <Fact name={t('result.REJECTED')}>{shown.rejected}</Fact>
        </Facts>
      </section>
      {shown.rejected > 0 && (
        <>
          <div className={styles.between}>
            <h2 className={styles.heading}>{t('leftOut', { count: shown.rejected })}</h2>
            <PeopleFileLink name={`left-out-${shown.id}.xlsx`} language={locale}>
              {t('downloadLeftOut')}
            </PeopleFileLink>
          </div>
          <ImportRows id={shown.id} result="REJECTED" columns={shown.columns} />
        </>
      )}
      <div className={styles.actions}>
        <ButtonLink href="/people/import">{t('another')}</ButtonLink>
      </div>
    </>
  );
}

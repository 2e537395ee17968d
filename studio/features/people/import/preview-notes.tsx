'use client';
import { useTranslations } from 'next-intl';
import { Note } from '@/features/ui/note';
import type { PeopleImportViewFragment } from '@/gql/graphql';

/** A list that is longer than anybody reads ends with how many more there are. */
const SHOWN = 12;

/** What is to be known of the file before anybody looks at its rows. */
export function PreviewNotes({ shown }: { shown: PeopleImportViewFragment }) {
  const t = useTranslations('peopleImport');
  const frame = useTranslations('frame');
  const listed = (names: readonly string[]) => {
    const first = names.slice(0, SHOWN).join(frame('separator'));
    return names.length > SHOWN ? t('andMore', { names: first, count: names.length - SHOWN }) : first;
  };
  return (
    <>
      {shown.outdated && (
        <Note tone="warn" title={t('outdated')}>
          {t('outdatedText')}
        </Note>
      )}
      {shown.newDepartments.length > 0 && (
        <Note tone="info" title={t('newDepartments', { count: shown.newDepartments.length })}>
          {listed(shown.newDepartments)}
        </Note>
      )}
      {shown.newJobRoles.length > 0 && (
        <Note tone="info" title={t('newJobRoles', { count: shown.newJobRoles.length })}>
          {listed(shown.newJobRoles)}
        </Note>
      )}
      {shown.notes.length > 0 && (
        <Note tone="info" title={t('howRead')}>
          {shown.notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
        </Note>
      )}
    </>
  );
}

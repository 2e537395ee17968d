'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import { enrolPeople } from './cohort-documents';
import styles from './enrol-dialog.module.css';
import { type FoundPerson, PersonPicker } from './person-picker';

/** Puts several people into a cohort at once, with one mentor. */
export function EnrolDialog({
  cohort,
  enrolled,
  onClose,
}: {
  cohort: { id: string; name: string };
  /** Ids of the people who are in it already. */
  enrolled: ReadonlySet<string>;
  onClose: () => void;
}) {
  const t = useTranslations('cohorts');
  const ui = useTranslations('ui');
  const toast = useToast();
  const [people, setPeople] = useState<FoundPerson[]>([]);
  const [mentors, setMentors] = useState<FoundPerson[]>([]);
  const [{ fetching, error, data }, enrol] = useMutation(enrolPeople);
  const mentor = mentors[0];
  const chosenIds = new Set(people.map(({ id }) => id));
  const wrong = data?.enrolPeople.userErrors ?? [];

  const submit = async () => {
    const result = await enrol({
      input: { cohortId: cohort.id, personIds: people.map(({ id }) => id), mentorId: mentor?.id ?? null },
    });
    const done = result.data?.enrolPeople;
    if (!done || done.userErrors.length > 0) return;
    toast({ tone: 'ok', text: t('enrolled', { count: done.enrolments.length, cohort: cohort.name }) });
    onClose();
  };

  return (
    <Dialog
      title={t('enrolTitle', { cohort: cohort.name })}
      width={760}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            busy={fetching}
            disabled={people.length === 0}
            onClick={() => void submit()}
            data-testid="enrol"
          >
            {t('enrol', { count: people.length })}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <PersonPicker label={t('field.people')} chosen={people} onChange={setPeople} without={enrolled} />
        <PersonPicker
          label={t('field.mentor')}
          withRole="MENTOR"
          single
          chosen={mentors}
          onChange={setMentors}
          without={chosenIds}
        />
      </div>
      <p className={styles.sum} aria-live="polite">
        {people.length === 0
          ? t('nobodyChosen')
          : t('chosen', {
              names: people.map(({ name }) => name).join(t('separator')),
              mentor: mentor?.name ?? t('noMentor'),
            })}
      </p>
      {wrong.map(({ code, message, path }) => (
        <Note key={`${code} ${path.join(' ')}`} tone="danger" title={message} />
      ))}
      {error && <FailureNote error={error} safe={t('kept')} />}
    </Dialog>
  );
}

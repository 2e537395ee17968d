'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { enrolPeople } from '@/features/cohorts/cohort-documents';
import { CohortPicker } from '@/features/pickers/cohort-picker';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { useTimeWords } from '@/features/time/use-time-words';
import { Check } from '@/features/ui/check';
import { FormDialog } from '@/features/ui/form-dialog';
import { useToast } from '@/features/ui/toast';
import { graphql } from '@/gql';
import styles from '../people.module.css';
import { namesOf } from './change-many-dialog';
import type { SelectedPeople } from './selected-people';

const cohortsToJoin = graphql(/* GraphQL */ `
  query CohortsToJoin {
    cohorts(first: 100) {
      edges {
        node {
          id
          name
          startsOn
          plan {
            id
            title
          }
        }
      }
    }
  }
`);

/** Puts everybody who is ticked into a cohort, all of them or nobody. */
export function EnrolManyDialog({
  people,
  onClose,
  onDone,
}: {
  people: SelectedPeople;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.many');
  const toast = useToast();
  const { date } = useTimeWords();
  const [{ data }] = useQuery({ query: cohortsToJoin });
  const command = useCommand(enrolPeople);
  const [cohortId, setCohortId] = useState('');
  const [mentor, setMentor] = useState<PickedPerson>();
  const [again, setAgain] = useState(false);
  const cohorts = data?.cohorts.edges.map(({ node }) => node);
  const cohort = cohorts?.find(({ id }) => id === cohortId);
  const everybody = [...people.values()];
  const isTwice = command.userErrors.some(({ path }) => path[0] === 'again');
  const submit = async () => {
    if (!cohort) return;
    const personIds = everybody.map(({ id }) => id);
    const { kind } = await command.run({ input: { cohortId, personIds, mentorId: mentor?.id ?? null, again } });
    if (kind !== 'done') return;
    toast({ tone: 'ok', text: t('enrolled', { count: everybody.length, cohort: cohort.name }) });
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('title.enrol', { count: everybody.length })}
      action={t('enrol', { count: everybody.length })}
      testId="enrol-many"
      command={command}
      canSubmit={cohort !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.quiet}>{t('about', { names: namesOf(everybody, t) })}</p>
      <CohortPicker
        label={t('cohort')}
        cohorts={cohorts?.map(({ id, name, plan, startsOn }) => ({
          id,
          name,
          about: t('cohortAbout', { plan: plan.title, date: date(startsOn, 'full') }),
        }))}
        value={cohortId}
        onChange={setCohortId}
      />
      <PersonPicker
        label={t('mentor')}
        placeholder={t('noMentor')}
        withRole="MENTOR"
        chosen={mentor}
        onChange={setMentor}
        without={new Set(people.keys())}
        clearable
      />
      {isTwice && (
        <Check checked={again} onCheck={setAgain}>
          {t('again')}
        </Check>
      )}
    </FormDialog>
  );
}

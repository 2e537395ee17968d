'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CohortPicker } from '@/features/pickers/cohort-picker';
import { ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FormDialog } from '@/features/ui/form-dialog';
import type { CohortChoiceFragment } from '@/gql/graphql';

/** Chooses the cohort; its newest report is then made and opened. */
export function MakeReportDialog({
  cohorts,
  onClose,
}: {
  cohorts: readonly CohortChoiceFragment[];
  onClose: () => void;
}) {
  const t = useTranslations('reports');
  const router = useRouter();
  const withPeople = cohorts.filter(({ personCount }) => personCount > 0);
  const [chosen, setChosen] = useState(withPeople[0]?.id ?? '');
  if (withPeople.length === 0)
    return (
      <Dialog title={t('make')} onClose={onClose} footer={<ButtonLink href="/cohorts">{t('toCohorts')}</ButtonLink>}>
        <p>{t('noCohortYet')}</p>
      </Dialog>
    );
  return (
    <FormDialog
      title={t('make')}
      action={t('make')}
      canSubmit={chosen !== ''}
      onSubmit={() => {
        router.push(`/cohorts/${encodeURIComponent(chosen)}/report`);
      }}
      onClose={onClose}
      byEnter
    >
      <CohortPicker
        label={t('filter.cohort')}
        hint={t('makeHint')}
        cohorts={withPeople.map(({ id, name, personCount }) => ({
          id,
          name,
          about: t('cohortPeople', { people: personCount }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { Field } from '@/features/ui/field';
import type { ReportChoicesQuery } from '@/gql/graphql';

type Cohort = ReportChoicesQuery['cohorts']['edges'][number]['node'];

/** Chooses the cohort; its newest report is then made and opened. */
export function MakeReportDialog({ cohorts, onClose }: { cohorts: readonly Cohort[]; onClose: () => void }) {
  const t = useTranslations('reports');
  const ui = useTranslations('ui');
  const router = useRouter();
  const withPeople = cohorts.filter(({ personCount }) => personCount > 0);
  const [chosen, setChosen] = useState(withPeople[0]?.id);
  if (withPeople.length === 0)
    return (
      <Dialog title={t('make')} onClose={onClose} footer={<ButtonLink href="/cohorts">{t('toCohorts')}</ButtonLink>}>
        <p>{t('noCohortYet')}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={t('make')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form="make-report">
            {t('make')}
          </Button>
        </>
      }
    >
      <form
        id="make-report"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) router.push(`/cohorts/${encodeURIComponent(chosen)}/report`);
        }}
      >
        <Field label={t('filter.cohort')} hint={t('makeHint')}>
          {(control) => (
            <select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              {withPeople.map(({ id, name, personCount }) => (
                <option key={id} value={id}>
                  {t('cohortOption', { name, people: personCount })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
    </Dialog>
  );
}

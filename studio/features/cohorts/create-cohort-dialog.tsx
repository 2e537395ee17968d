'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { plansToPick } from '@/features/pickers/documents';
import { PlanPicker } from '@/features/pickers/plan-picker';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { createCohort } from './cohort-documents';
import { nextMonday } from './monday';

/** Names a new run of a plan and goes to its board. */
export function CreateCohortDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const today = dateIn(useZone(), useNow());
  const [{ data }] = useQuery({ query: plansToPick });
  const command = useCommand(createCohort);
  const [planKey, setPlanKey] = useState('');
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState(() => nextMonday(today));
  const plans = (data?.plans.edges ?? []).map(({ node }) => node).filter(({ current }) => current);
  const [only] = plans;
  // Where there is one plan, it is the one.
  const chosen = planKey === '' && plans.length === 1 && only ? only.key : planKey;

  const submit = async () => {
    const outcome = await command.run({ input: { planKey: chosen, name: name.trim(), startsOn } });
    const id = outcome.kind === 'done' && outcome.payload.cohort?.id;
    if (id) router.push(`/cohorts/${encodeURIComponent(id)}`);
  };

  if (data && plans.length === 0) {
    return (
      <Dialog
        title={t('create')}
        onClose={onClose}
        footer={<ButtonLink href="/plans">{t('noPlan.action')}</ButtonLink>}
      >
        <p>{t('noPlan.text')}</p>
      </Dialog>
    );
  }

  return (
    <FormDialog
      title={t('create')}
      action={t('create')}
      command={command}
      shownAt={['planKey', 'name', 'startsOn']}
      safe={t('kept')}
      canSubmit={name.trim() !== '' && chosen !== ''}
      onSubmit={submit}
      onClose={onClose}
      byEnter
    >
      <PlanPicker label={t('field.plan')} error={command.errorAt('planKey')} value={chosen} onChange={setPlanKey} />
      <Field label={t('field.name')} hint={t('field.nameHint')} error={command.errorAt('name')}>
        {(control) => (
          <input
            {...control}
            name="name"
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('field.startsOn')} hint={t('field.startsOnHint')} error={command.errorAt('startsOn')}>
        {(control) => (
          <input
            {...control}
            name="startsOn"
            type="date"
            required
            value={startsOn}
            onChange={(event) => setStartsOn(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

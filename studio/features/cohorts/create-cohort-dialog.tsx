'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { createCohort, runnablePlans } from './cohort-documents';
import { nextMonday } from './monday';

/** Names a new run of a plan and goes to its board. */
export function CreateCohortDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('cohorts');
  const ui = useTranslations('ui');
  const router = useRouter();
  const today = dateIn(useZone(), useNow());
  const [{ data }] = useQuery({ query: runnablePlans });
  const [{ fetching, error, data: answer }, create] = useMutation(createCohort);
  const [planKey, setPlanKey] = useState<string>();
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState(() => nextMonday(today));
  const plans = (data?.plans.edges ?? []).map(({ node }) => node).filter(({ current }) => current);
  const chosen = planKey ?? plans[0]?.key;
  const wrong = answer?.createCohort.userErrors ?? [];
  const errorAt = (field: string) => wrong.find(({ path }) => path.at(-1) === field)?.message;

  const submit = async () => {
    if (!chosen) return;
    const result = await create({ input: { planKey: chosen, name: name.trim(), startsOn } });
    const id = result.data?.createCohort.cohort?.id;
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
    <Dialog
      title={t('create')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="create-cohort"
            busy={fetching}
            disabled={name.trim() === '' || !chosen}
          >
            {t('create')}
          </Button>
        </>
      }
    >
      <form
        id="create-cohort"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        style={{ display: 'grid', gap: 16 }}
      >
        <Field label={t('field.plan')} error={errorAt('planKey')}>
          {(control) => (
            <select {...control} value={chosen ?? ''} onChange={(event) => setPlanKey(event.target.value)}>
              {plans.map((plan) => (
                <option key={plan.id} value={plan.key}>
                  {t('planOption', { title: plan.title, number: plan.current?.number ?? 0 })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('field.name')} hint={t('field.nameHint')} error={errorAt('name')}>
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
        <Field label={t('field.startsOn')} hint={t('field.startsOnHint')} error={errorAt('startsOn')}>
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
        {wrong
          .filter(({ path }) => !['planKey', 'name', 'startsOn'].includes(path.at(-1) ?? ''))
          .map(({ code, message }) => (
            <Note key={code} tone="danger" title={message} />
          ))}
        {error && <FailureNote error={error} safe={t('kept')} />}
      </form>
    </Dialog>
  );
}

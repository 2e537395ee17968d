'use client';
import { plainDateIn } from '@planwright/schema/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { ChoicePicker } from '@/features/pickers/choice-picker';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { useNow, useZone } from '@/features/time/clock';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import styles from './deputy.module.css';
import { possibleDeputies, setDeputy } from './documents';

/** Who stands in for a mentor, from which day and until when. Mentors choose among colleagues, HR among everybody. */
export function DeputyDialog({
  mentor,
  own,
  onClose,
  onDone,
}: {
  mentor: { id: string; name: string };
  /** The viewer is the mentor. */
  own: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('deputy');
  const zone = useZone();
  const today = plainDateIn(useNow().toISOString(), zone);
  const [deputy, setDeputyChosen] = useState<PickedPerson>();
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const command = useCommand(setDeputy);
  const submit = async () => {
    if (!deputy) return;
    const input = { mentorId: mentor.id, deputyId: deputy.id, from, until: until || null };
    const { kind } = await command.run({ input });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={own ? t('ownTitle') : t('title', { name: mentor.name })}
      action={t('action')}
      command={command}
      canSubmit={deputy !== undefined && from !== ''}
      shownAt={['deputyId', 'from', 'until']}
      onSubmit={submit}
      onClose={onClose}
      testId="set-deputy"
    >
      <p>{own ? t('ownText') : t('text', { name: mentor.name })}</p>
      {own ? (
        <Colleague
          mentorId={mentor.id}
          chosen={deputy}
          onChange={setDeputyChosen}
          error={command.errorAt('deputyId')}
        />
      ) : (
        <PersonPicker
          label={t('deputy')}
          error={command.errorAt('deputyId')}
          chosen={deputy}
          onChange={setDeputyChosen}
          without={new Set([mentor.id])}
        />
      )}
      <div className={styles.days}>
        <Field label={t('from')} error={command.errorAt('from')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={from}
              min={today}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('until')} hint={t('untilHint')} error={command.errorAt('until')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={until}
              min={from || today}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  );
}

function Colleague({
  mentorId,
  chosen,
  onChange,
  error,
}: {
  mentorId: string;
  chosen: PickedPerson | undefined;
  onChange: (person: PickedPerson | undefined) => void;
  error: string | undefined;
}) {
  const t = useTranslations('deputy');
  const [{ data, error: failure }, read] = useQuery({ query: possibleDeputies, variables: { mentorId } });
  const people = data?.possibleDeputies;
  return (
    <ChoicePicker
      label={t('deputy')}
      hint={people?.length === 0 ? t('nobody') : t('colleagues')}
      error={error}
      choices={people?.map(({ id, name }) => ({ value: id, label: name }))}
      failure={data ? undefined : failure}
      retry={() => read({ requestPolicy: 'network-only' })}
      value={chosen?.id ?? ''}
      onChange={(id) => onChange(people?.find((person) => person.id === id))}
    />
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Segmented } from '@/features/ui/segmented';
import { useToast } from '@/features/ui/toast';
import type { PersonChoiceFragment } from '@/gql/graphql';
import styles from './dialogs.module.css';
import { recordMeasurements } from './documents';
import type { Metric } from './metric';

/** One value of one person, by hand. */
export function RecordDialog({
  metric,
  onClose,
  onRecorded,
}: {
  metric: Metric;
  onClose: () => void;
  onRecorded: () => void;
}) {
  const t = useTranslations('outcomes.record');
  const words = useTranslations('outcomes');
  const toast = useToast();
  const today = dateIn(useZone(), useNow());
  const [people, setPeople] = useState<PersonChoiceFragment[]>([]);
  const [value, setValue] = useState('');
  const [measuredOn, setMeasuredOn] = useState(today);
  const [baseline, setBaseline] = useState(false);
  const command = useCommand(recordMeasurements);
  const [person] = people;

  const submit = async () => {
    if (!person) return;
    const row = { personId: person.id, value: Number(value), measuredOn, baseline };
    const { kind } = await command.run({ input: { metricKey: metric.key, rows: [row] } });
    if (kind !== 'done') return;
    toast({ tone: 'ok', text: t('done', { name: person.name }) });
    onRecorded();
    onClose();
  };

  return (
    <FormDialog
      title={t('title', { metric: metric.title })}
      action={words('recordOne')}
      testId="record"
      command={command}
      shownAt={['rows.0.value', 'rows.0.measuredOn']}
      safe={words('kept')}
      canSubmit={person !== undefined && value !== '' && measuredOn !== ''}
      onSubmit={submit}
      onClose={onClose}
      byEnter
    >
      <PeoplePicker label={t('person')} single chosen={people} onChange={setPeople} height={188} />
      <div className={styles.pair}>
        {metric.scale === 'YES_NO' ? (
          <Segmented
            label={t('value')}
            value={value}
            onChange={setValue}
            options={[
              { value: '1', label: words('yes') },
              { value: '0', label: words('no') },
            ]}
          />
        ) : (
          <Field
            label={metric.unit ? t('valueIn', { unit: metric.unit }) : t('value')}
            error={command.errorAt('rows.0.value')}
          >
            {(control) => (
              <input
                {...control}
                name="value"
                type="number"
                step="any"
                inputMode="decimal"
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t('measuredOn')} error={command.errorAt('rows.0.measuredOn')}>
          {(control) => (
            <input
              {...control}
              name="measuredOn"
              type="date"
              max={today}
              value={measuredOn}
              onChange={(event) => setMeasuredOn(event.target.value)}
            />
          )}
        </Field>
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={baseline} onChange={(event) => setBaseline(event.target.checked)} />
        <span>
          {t('baseline')}
          <span className={styles.hint} style={{ display: 'block' }}>
            {t('baselineHint')}
          </span>
        </span>
      </label>
    </FormDialog>
  );
}

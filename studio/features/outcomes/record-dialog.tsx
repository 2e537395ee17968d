'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { type FoundPerson, PersonPicker } from '@/features/cohorts/person-picker';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import { useToast } from '@/features/ui/toast';
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
  const ui = useTranslations('ui');
  const toast = useToast();
  const today = dateIn(useZone(), useNow());
  const [people, setPeople] = useState<FoundPerson[]>([]);
  const [value, setValue] = useState('');
  const [measuredOn, setMeasuredOn] = useState(today);
  const [baseline, setBaseline] = useState(false);
  const { busy, wrong, error, run } = useChange(recordMeasurements, (data) => data.recordMeasurements.userErrors);
  const [person] = people;
  const errorAt = (field: string) => wrong.find(({ path }) => path.at(-1) === field)?.message;

  const submit = async () => {
    if (!person) return;
    const row = { personId: person.id, value: Number(value), measuredOn, baseline };
    if (!(await run({ input: { metricKey: metric.key, rows: [row] } }))) return;
    toast({ tone: 'ok', text: t('done', { name: person.name }) });
    onRecorded();
    onClose();
  };

  return (
    <Dialog
      title={t('title', { metric: metric.title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="record-value"
            busy={busy}
            disabled={!person || value === '' || measuredOn === ''}
            data-testid="record"
          >
            {words('recordOne')}
          </Button>
        </>
      }
    >
      <form
        id="record-value"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <PersonPicker label={t('person')} single chosen={people} onChange={setPeople} height={188} />
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
            <Field label={metric.unit ? t('valueIn', { unit: metric.unit }) : t('value')} error={errorAt('value')}>
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
          <Field label={t('measuredOn')} error={errorAt('measuredOn')}>
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
        {wrong
          .filter(({ path }) => !['value', 'measuredOn'].includes(path.at(-1) ?? ''))
          .map(({ code, message, path }) => (
            <Note key={`${code} ${path.join(' ')}`} tone="danger" title={message} />
          ))}
        {error && <FailureNote error={error} safe={words('kept')} />}
      </form>
    </Dialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { useNow, useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { dateIn } from '@/features/time/words';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { PersonChoiceFragment } from '@/gql/graphql';
import { BaselineFields, type BaselineMetric } from './baseline/baseline-fields';
import { type Cell, readTyped, type Typed } from './baseline/baseline-values';
import { enrolPeople } from './cohort-documents';
import styles from './enrol-dialog.module.css';
import { joinsLate } from './monday';

/** Puts several people into a cohort at once, with one mentor. */
export function EnrolDialog({
  cohort,
  enrolled,
  onClose,
}: {
  cohort: { id: string; name: string; startsOn: string };
  /** Ids of the people who are in it already. */
  enrolled: ReadonlySet<string>;
  onClose: () => void;
}) {
  const t = useTranslations('cohorts');
  const toast = useToast();
  const [people, setPeople] = useState<PersonChoiceFragment[]>([]);
  const [mentors, setMentors] = useState<PersonChoiceFragment[]>([]);
  const command = useCommand(enrolPeople);
  const { date } = useTimeWords();
  const today = dateIn(useZone(), useNow());
  const isLate = joinsLate(cohort.startsOn, today);
  const [startsOn, setStartsOn] = useState(isLate ? today : cohort.startsOn);
  const mentor = mentors[0];
  const chosenIds = new Set(people.map(({ id }) => id));
  const [metrics, setMetrics] = useState<BaselineMetric[]>([]);
  const [typed, setTyped] = useState<Typed>({});
  /** The cells as they were sent: the server names a wrong one by its place in that list. */
  const [sent, setSent] = useState<readonly Cell[]>([]);
  const [again, setAgain] = useState(false);
  const personIds = people.map(({ id }) => id);
  const { values, unreadable } = readTyped(
    personIds,
    metrics.map(({ key }) => key),
    typed,
  );
  const wrong = command.userErrors;
  const twice = wrong.filter(({ path }) => path[0] === 'again');
  const isAt = (one: Cell | undefined, cell: Cell) =>
    one?.personId === cell.personId && one.metricKey === cell.metricKey;
  const wrongAt = (cell: Cell) =>
    unreadable.some((one) => isAt(one, cell))
      ? t('baseline.noNumber')
      : wrong.find(({ path }) => path[0] === 'baseline' && isAt(sent[Number(path[1])], cell))?.message;

  const submit = async () => {
    setSent(values);
    const outcome = await command.run({
      input: {
        cohortId: cohort.id,
        personIds,
        mentorId: mentor?.id ?? null,
        again,
        startsOn,
        ...(values.length > 0 ? { baseline: values } : {}),
      },
    });
    if (outcome.kind !== 'done') return;
    toast({ tone: 'ok', text: t('enrolled', { count: outcome.payload.enrolments.length, cohort: cohort.name }) });
    onClose();
  };

  return (
    <FormDialog
      title={t('enrolTitle', { cohort: cohort.name })}
      action={t('enrol', { count: people.length })}
      testId="enrol"
      command={command}
      shownAt={['baseline', 'again', 'startsOn']}
      safe={t('kept')}
      canSubmit={people.length > 0 && unreadable.length === 0 && startsOn !== ''}
      onSubmit={submit}
      onClose={onClose}
      width={760}
    >
      <div className={styles.columns}>
        <PeoplePicker label={t('field.people')} chosen={people} onChange={setPeople} without={enrolled} />
        <PeoplePicker
          label={t('field.mentor')}
          withRole="MENTOR"
          single
          chosen={mentors}
          onChange={setMentors}
          without={chosenIds}
        />
      </div>
      <Field
        label={t('field.theirStart')}
        hint={isLate ? t('lateHint', { date: date(cohort.startsOn, 'full') }) : t('startHint')}
        error={command.errorAt('startsOn')}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            required
            value={startsOn}
            onChange={(event) => setStartsOn(event.target.value)}
            data-testid="their-start"
          />
        )}
      </Field>
      {isLate && startsOn === cohort.startsOn && <Note tone="warn" title={t('lateWarning')} />}
      <p className={styles.sum} aria-live="polite">
        {people.length === 0
          ? t('nobodyChosen')
          : t('chosen', {
              names: people.map(({ name }) => name).join(t('separator')),
              mentor: mentor?.name ?? t('noMentor'),
            })}
      </p>
      <BaselineFields
        people={people}
        chosen={metrics}
        onChoose={setMetrics}
        typed={typed}
        onType={setTyped}
        wrongAt={wrongAt}
      />
      {twice.length > 0 && (
        <Note tone="warn" title={t('again.title', { count: twice.length })}>
          {twice.map(({ message, path }) => (
            <p key={path.join(' ')}>{message}</p>
          ))}
          <label className={styles.again}>
            <input type="checkbox" checked={again} onChange={(event) => setAgain(event.target.checked)} />
            {t('again.choice')}
          </label>
        </Note>
      )}
      {wrong.length > 0 && wrong.every(({ path }) => path[0] === 'baseline') && (
        <Note tone="danger" title={t('baseline.refused')} />
      )}
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LOCALES } from '@/features/i18n/locale';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { JobRolePicker } from '@/features/pickers/job-role-picker';
import { PersonPicker } from '@/features/pickers/person-picker';
import { ZonePicker } from '@/features/pickers/zone-picker';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { useToast } from '@/features/ui/toast';
import type { PersonDetailsFragment } from '@/gql/graphql';
import { createPerson, updatePerson } from './documents';
import { kindOfSource, ownerOf } from './owned-fields';
import styles from './people.module.css';
import { changesOf, draftOf, NOBODY_YET, newPerson, type PersonDraft } from './person-draft';

const SHOWN_AT = [
  'name',
  'email',
  'employeeNumber',
  'departmentId',
  'jobRoleKey',
  'managerId',
  'joinedOn',
  'locale',
  'timeZone',
  'mentorCapacity',
  'mentorExperienceYears',
];

/** Somebody new. */
export function CreatePersonDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (person: { id: string; name: string }) => void;
}) {
  const t = useTranslations('people');
  const toast = useToast();
  const command = useCommand(createPerson);
  const [draft, setDraft] = useState(NOBODY_YET);
  const submit = async () => {
    const outcome = await command.run({ input: newPerson(draft) });
    if (outcome.kind !== 'done') return;
    toast({ tone: 'ok', text: t('form.created', { name: draft.name.trim() }) });
    if (outcome.payload.person) onDone(outcome.payload.person);
    onClose();
  };
  return (
    <FormDialog
      title={t('form.create')}
      action={t('form.create')}
      testId="create-person"
      command={command}
      shownAt={SHOWN_AT}
      canSubmit={draft.name.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
      width={640}
    >
      <PersonFields draft={draft} onChange={setDraft} errorAt={command.errorAt} />
    </FormDialog>
  );
}

/** What is known of a person, changed by hand. What another system keeps can be read, and says which one that is. */
export function EditPersonDialog({
  person,
  onClose,
  onDone,
}: {
  person: PersonDetailsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people');
  const command = useCommand(updatePerson);
  const [before] = useState(() => draftOf(person));
  const [draft, setDraft] = useState(before);
  const changes = changesOf(before, draft);
  const submit = async () => {
    const { kind } = await command.run({ input: { personId: person.id, ...changes } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('form.edit', { name: person.name })}
      action={t('form.save')}
      testId="save-person"
      command={command}
      shownAt={SHOWN_AT}
      canSubmit={draft.name.trim() !== '' && Object.keys(changes).length > 0}
      onSubmit={submit}
      onClose={onClose}
      width={640}
    >
      <PersonFields
        draft={draft}
        onChange={setDraft}
        errorAt={command.errorAt}
        isMentor
        personId={person.id}
        ownerOf={(field) => ownerOf(person.identities, field)}
      />
    </FormDialog>
  );
}

function PersonFields({
  draft,
  onChange,
  errorAt,
  ownerOf: ownerOfField = () => undefined,
  isMentor = false,
  personId,
}: {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  errorAt: (field: string) => string | undefined;
  ownerOf?: (field: string) => string | undefined;
  /** Whether it is asked what they are as a mentor. */
  isMentor?: boolean;
  /** Nobody is their own superior. */
  personId?: string;
}) {
  const t = useTranslations('people');
  const set = <Name extends keyof PersonDraft>(name: Name, value: PersonDraft[Name]) =>
    onChange({ ...draft, [name]: value });
  /** What all fields have in common: their error, and who keeps them where that is not we. */
  const shared = (field: string, hint?: string) => {
    const owner = ownerOfField(field);
    return {
      error: errorAt(field),
      hint: owner === undefined ? hint : t('form.keptBy', { source: t(`source.${kindOfSource(owner)}`) }),
      readOnly: owner !== undefined,
    };
  };
  const plain = (
    name: 'name' | 'email' | 'employeeNumber' | 'joinedOn' | 'mentorCapacity' | 'mentorExperienceYears',
    attributes: React.InputHTMLAttributes<HTMLInputElement> = {},
    wantedHint?: string,
  ) => {
    const { error, hint, readOnly } = shared(name, wantedHint);
    return (
      <Field label={t(`field.${name}`)} error={error} hint={hint}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            {...attributes}
            name={name}
            readOnly={readOnly}
            value={draft[name]}
            onChange={(event) => set(name, event.target.value)}
          />
        )}
      </Field>
    );
  };
  const locale = shared('locale');
  return (
    <>
      <div className={styles.pair}>
        {plain('name', { required: true, maxLength: 200 })}
        {plain('employeeNumber', { maxLength: 64 })}
      </div>
      {plain('email', { type: 'email', maxLength: 320 }, t('form.emailHint'))}
      <div className={styles.pair}>
        <DepartmentPicker
          {...shared('departmentId')}
          name="departmentId"
          label={t('field.departmentId')}
          value={draft.departmentId}
          onChange={(id) => set('departmentId', id)}
          clearable
        />
        <JobRolePicker
          {...shared('jobRoleKey')}
          name="jobRoleKey"
          label={t('field.jobRoleKey')}
          value={draft.jobRoleKey}
          onChange={(key) => set('jobRoleKey', key)}
          clearable
        />
        <PersonPicker
          {...shared('managerId')}
          name="managerId"
          label={t('field.managerId')}
          chosen={draft.manager}
          onChange={(manager) => set('manager', manager)}
          {...(personId === undefined ? {} : { without: new Set([personId]) })}
          clearable
        />
        {plain('joinedOn', { type: 'date' })}
        <Field label={t('field.locale')} error={locale.error} hint={locale.hint}>
          {(control) => (
            <select
              {...control}
              name="locale"
              disabled={locale.readOnly}
              value={draft.locale}
              onChange={(event) => set('locale', event.target.value)}
            >
              {draft.locale === '' && <option value="">{t('form.asWorkspace')}</option>}
              {LOCALES.map((each) => (
                <option key={each} value={each}>
                  {t(`languages.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ZonePicker
          {...shared('timeZone')}
          name="timeZone"
          label={t('field.timeZone')}
          placeholder={t('form.asWorkspace')}
          value={draft.timeZone}
          onChange={(zone) => set('timeZone', zone)}
        />
        {isMentor && plain('mentorCapacity', { type: 'number', min: 0, max: 1000, step: 1, inputMode: 'numeric' })}
        {isMentor &&
          plain('mentorExperienceYears', { type: 'number', min: 0, max: 80, step: 'any', inputMode: 'decimal' })}
      </div>
    </>
  );
}

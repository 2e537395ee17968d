'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { FormDialog } from '@/features/ui/form-dialog';
import type { EnrolmentViewFragment, PersonChoiceFragment } from '@/gql/graphql';
import { choosePartners } from './enrolment-documents';

/** Chooses a person's partners in a shared task: they see it and share one submission. */
export function PartnersDialog({
  item,
  enrolment,
  onClose,
  onDone,
}: {
  item: EnrolmentViewFragment['items'][number];
  enrolment: EnrolmentViewFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('enrolment');
  const [people, setPeople] = useState<PersonChoiceFragment[]>(() =>
    enrolment.partners
      .filter(({ itemKey }) => itemKey === item.key)
      .map(({ person }) => ({ ...person, job: null, active: true, mentees: 0, department: null })),
  );
  const command = useCommand(choosePartners);
  const submit = async () => {
    const { kind } = await command.run({
      input: { enrolmentId: enrolment.id, itemKey: item.key, personIds: people.map(({ id }) => id) },
    });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('choosePartners.title', { title: item.title, name: enrolment.person.name })}
      action={t('choosePartners.action', { count: people.length })}
      command={command}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <PeoplePicker label={t('field.partners')} chosen={people} onChange={setPeople} />
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Menu } from '@/features/ui/menu';
import { useToast } from '@/features/ui/toast';
import type { EnrolmentViewFragment, PersonChoiceFragment } from '@/gql/graphql';
import {
  assignMentor,
  cancelEnrolment,
  pauseEnrolment,
  resumeEnrolment,
  undoCancellation,
} from './enrolment-documents';

type Act = 'pause' | 'resume' | 'cancel' | 'uncancel';
type Open = 'mentor' | Act;

/** What HR may change about a person's run as a whole. */
export function EnrolmentActions({ enrolment }: { enrolment: EnrolmentViewFragment }) {
  const t = useTranslations('enrolment');
  const toast = useToast();
  const [open, setOpen] = useState<Open>();
  const entry = (key: Open) => ({ key, label: t(`${key}.menu`), run: () => setOpen(key) });
  const { status } = enrolment;
  const entries = [
    ...(status === 'CANCELLED' ? [] : [entry('mentor')]),
    ...(status === 'ACTIVE' ? [entry('pause')] : []),
    ...(status === 'PAUSED' ? [entry('resume')] : []),
    ...(status === 'CANCELLED' ? [entry('uncancel')] : status === 'COMPLETED' ? [] : [entry('cancel')]),
  ];
  const shared = {
    enrolment,
    onClose: () => setOpen(undefined),
    onDone: () => toast({ tone: 'ok', text: t('changed', { title: enrolment.person.name }) }),
  };
  return (
    <>
      <Menu label={t('menu', { name: enrolment.person.name })} entries={entries} />
      {open === 'mentor' && <MentorDialog {...shared} />}
      {open && open !== 'mentor' && <ReasonDialog act={open} {...shared} />}
    </>
  );
}

interface DialogProps {
  enrolment: EnrolmentViewFragment;
  onClose: () => void;
  onDone: () => void;
}

function MentorDialog({ enrolment, onClose, onDone }: DialogProps) {
  const t = useTranslations('enrolment');
  const [mentors, setMentors] = useState<PersonChoiceFragment[]>([]);
  const command = useCommand(assignMentor);
  const mentor = mentors[0];
  const submit = async () => {
    if (!mentor) return;
    const { kind } = await command.run({ input: { enrolmentId: enrolment.id, mentorId: mentor.id } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('mentor.title', { name: enrolment.person.name })}
      action={mentor ? t('mentor.action', { name: mentor.name }) : t('mentor.menu')}
      command={command}
      canSubmit={mentor !== undefined}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <PeoplePicker label={t('fact.mentor')} withRole="MENTOR" single chosen={mentors} onChange={setMentors} />
    </FormDialog>
  );
}

function ReasonDialog({ act, enrolment, onClose, onDone }: DialogProps & { act: Act }) {
  const t = useTranslations('enrolment');
  const kept = useKept([act, enrolment.id]);
  const reason = kept.text('reason');
  const pause = useCommand(pauseEnrolment);
  const resume = useCommand(resumeEnrolment);
  const cancel = useCommand(cancelEnrolment);
  const uncancel = useCommand(undoCancellation);
  const command = { pause, resume, cancel, uncancel }[act];
  const submit = async () => {
    const { kind } = await command.run({ input: { enrolmentId: enrolment.id, reason: reason.trim() } });
    if (kind !== 'done') return;
    kept.done();
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t(`${act}.title`, { name: enrolment.person.name })}
      action={t(`${act}.action`)}
      look={act === 'cancel' ? 'danger' : 'primary'}
      command={command}
      canSubmit={reason.trim() !== ''}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`${act}.text`)}</p>
      <Field label={t('field.reason')} hint={t('field.reasonHint')}>
        {(control) => <LongText {...control} maxLength={2000} kept={kept.field('reason')} />}
      </Field>
    </FormDialog>
  );
}

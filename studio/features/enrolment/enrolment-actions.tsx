'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { type FoundPerson, PersonPicker } from '@/features/cohorts/person-picker';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { useToast } from '@/features/ui/toast';
import { ChangeDialog } from './change-dialog';
import {
  assignMentor,
  cancelEnrolment,
  pauseEnrolment,
  resumeEnrolment,
  undoCancellation,
} from './enrolment-documents';
import type { EnrolmentData } from './enrolment-page';
import { Menu } from './menu';

type Act = 'pause' | 'resume' | 'cancel' | 'uncancel';
type Open = 'mentor' | Act;

/** What HR may change about a person's run as a whole. */
export function EnrolmentActions({ enrolment }: { enrolment: EnrolmentData }) {
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
  enrolment: EnrolmentData;
  onClose: () => void;
  onDone: () => void;
}

function MentorDialog({ enrolment, onClose, onDone }: DialogProps) {
  const t = useTranslations('enrolment');
  const [mentors, setMentors] = useState<FoundPerson[]>([]);
  const change = useChange(assignMentor, (data) => data.assignMentor.userErrors);
  const mentor = mentors[0];
  return (
    <ChangeDialog
      title={t('mentor.title', { name: enrolment.person.name })}
      action={mentor ? t('mentor.action', { name: mentor.name }) : t('mentor.menu')}
      change={change}
      canSubmit={mentor !== undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (!mentor) return false;
        const taken = await change.run({ input: { enrolmentId: enrolment.id, mentorId: mentor.id } });
        if (taken) onDone();
        return taken;
      }}
    >
      <PersonPicker label={t('fact.mentor')} withRole="MENTOR" single chosen={mentors} onChange={setMentors} />
    </ChangeDialog>
  );
}

function ReasonDialog({ act, enrolment, onClose, onDone }: DialogProps & { act: Act }) {
  const t = useTranslations('enrolment');
  const kept = useKept([act, enrolment.id]);
  const reason = kept.text('reason');
  const pause = useChange(pauseEnrolment, (data) => data.pauseEnrolment.userErrors);
  const resume = useChange(resumeEnrolment, (data) => data.resumeEnrolment.userErrors);
  const cancel = useChange(cancelEnrolment, (data) => data.cancelEnrolment.userErrors);
  const uncancel = useChange(undoCancellation, (data) => data.undoCancellation.userErrors);
  const change = { pause, resume, cancel, uncancel }[act];
  return (
    <ChangeDialog
      title={t(`${act}.title`, { name: enrolment.person.name })}
      action={t(`${act}.action`)}
      danger={act === 'cancel'}
      change={change}
      canSubmit={reason.trim() !== ''}
      onClose={onClose}
      onSubmit={async () => {
        const taken = await change.run({ input: { enrolmentId: enrolment.id, reason: reason.trim() } });
        if (!taken) return false;
        kept.done();
        onDone();
        return true;
      }}
    >
      <p style={{ margin: 0 }}>{t(`${act}.text`)}</p>
      <Field label={t('field.reason')} hint={t('field.reasonHint')}>
        {(control) => <LongText {...control} maxLength={2000} kept={kept.field('reason')} />}
      </Field>
    </ChangeDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Change } from '@/features/api/use-change';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';

/** The frame of every change of an enrolment: fields, what is wrong, and one button that says what it does. */
export function ChangeDialog({
  title,
  action,
  danger,
  change,
  canSubmit,
  onSubmit,
  onClose,
  width,
  children,
}: {
  title: string;
  action: string;
  danger?: boolean;
  change: Pick<Change<never>, 'busy' | 'wrong' | 'error'>;
  canSubmit: boolean;
  onSubmit: () => Promise<boolean>;
  onClose: () => void;
  width?: number;
  children: ReactNode;
}) {
  const t = useTranslations('enrolment');
  const ui = useTranslations('ui');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      {...(width ? { width } : {})}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            busy={change.busy}
            disabled={!canSubmit}
            onClick={async () => {
              if (await onSubmit()) onClose();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
      {change.wrong.map(({ code, message }) => (
        <Note key={code} tone="danger" title={message} />
      ))}
      {change.error && <FailureNote error={change.error} safe={t('kept')} />}
    </Dialog>
  );
}

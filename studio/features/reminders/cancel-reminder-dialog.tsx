'use client';
import { useTranslations } from 'next-intl';
import { useChange } from '@/features/api/use-change';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { suppressReminder } from './documents';
import type { Occurrence } from './reminder-timeline';

/** HR keeps one planned message from going out, and says why. */
export function CancelReminderDialog({
  occurrence,
  onClose,
  onDone,
}: {
  occurrence: Occurrence;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('reminders');
  const ui = useTranslations('ui');
  const kept = useKept(['reminder', occurrence.id]);
  const reason = kept.text('reason');
  const change = useChange(suppressReminder, (data) => data.suppressReminder.userErrors);
  return (
    <Dialog
      title={t('cancelTitle', { name: occurrence.to.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            look="danger"
            busy={change.busy}
            disabled={reason.trim() === ''}
            onClick={async () => {
              if (!(await change.run({ input: { occurrenceId: occurrence.id, reason: reason.trim() } }))) return;
              kept.done();
              onDone();
            }}
          >
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{t('cancelText')}</p>
      <Field label={t('reason')} hint={t('reasonHint')}>
        {(control) => <LongText {...control} data-autofocus maxLength={500} kept={kept.field('reason')} />}
      </Field>
      {change.wrong.map((each) => (
        <Note key={each.code} tone="danger" title={each.message} />
      ))}
      {change.error && <FailureNote error={change.error} safe={ui('failure.offline.text')} />}
    </Dialog>
  );
}

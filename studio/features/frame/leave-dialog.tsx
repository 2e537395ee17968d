'use client';
import { useTranslations } from 'next-intl';
import { DAYS_KEPT } from '@/features/device/device';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';

/** Signing out of a device that holds unsent work: the person says whether it stays. */
export function LeaveDialog({
  count,
  busy,
  onClose,
  onLeave,
}: {
  count: number;
  /** It was answered, and the person is being signed out. */
  busy: boolean;
  onClose: () => void;
  onLeave: (what: 'keep' | 'remove') => void;
}) {
  const t = useTranslations('frame.leave');
  return (
    <Dialog
      title={t('title')}
      onClose={onClose}
      footer={
        <>
          <Button look="danger" busy={busy} onClick={() => onLeave('remove')} data-testid="leave-remove">
            {t('remove')}
          </Button>
          <Button look="primary" busy={busy} onClick={() => onLeave('keep')} data-testid="leave-keep">
            {t('keep')}
          </Button>
        </>
      }
    >
      <p data-testid="leave-count">{t('text', { count })}</p>
      <p>{t('keepText', { days: DAYS_KEPT })}</p>
      <p>{t('removeText')}</p>
    </Dialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { FormDialog } from '@/features/ui/form-dialog';
import type { DeputyPeriodShownFragment } from '@/gql/graphql';
import { setDeputy } from './documents';

/** Ends a period at once, or takes back one that is to come. */
export function EndDeputyDialog({
  period,
  onClose,
  onDone,
}: {
  period: DeputyPeriodShownFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('deputy');
  const command = useCommand(setDeputy);
  const { mentor, deputy, from } = period;
  const submit = async () => {
    const { kind } = await command.run({ input: { mentorId: mentor.id, deputyId: null, from, until: null } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('endTitle', { name: deputy.name })}
      action={t('end')}
      command={command}
      focusAction
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('endText', { deputy: deputy.name, mentor: mentor.name })}</p>
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { changePassword } from './documents';
import { NewPasswordField } from './new-password-field';

/** Another password for one's own account; other devices are signed out. */
export function ChangePasswordDialog({
  fewest,
  onClose,
  onDone,
}: {
  fewest: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('account');
  const command = useCommand(changePassword);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = async () => {
    const { kind } = await command.run({ input: { current, new: next } });
    if (kind === 'done') onDone();
  };
  return (
    <FormDialog
      title={t('changePassword')}
      action={t('changePassword')}
      command={command}
      shownAt={['current', 'new']}
      canSubmit={current !== '' && next !== ''}
      byEnter
      width={440}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('changePasswordText')}</p>
      <Field label={t('currentPassword')} error={command.errorAt('current')}>
        {(control) => (
          <input
            {...control}
            type="password"
            name="current-password"
            autoComplete="current-password"
            required
            data-autofocus
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <NewPasswordField value={next} onChange={setNext} fewest={fewest} error={command.errorAt('new')} />
    </FormDialog>
  );
}

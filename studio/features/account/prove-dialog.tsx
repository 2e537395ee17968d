'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { CodeField } from '@/features/session/code-field';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { proveIdentity } from './documents';

/** Asks once more who one is, for what somebody who finds an open browser must not do. */
export function ProveDialog({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const t = useTranslations('account');
  const signIn = useTranslations('signIn');
  const command = useCommand(proveIdentity);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const submit = async () => {
    const outcome = await command.run({
      input: { password, ...(code === undefined ? {} : { code: code.trim() }) },
    });
    if (outcome.kind === 'done') onProven();
    else if (outcome.kind === 'refused' && outcome.userErrors[0].code === 'SECOND_FACTOR') setCode('');
  };
  const isFirstAsked = code === '';
  return (
    <FormDialog
      title={t('prove.title')}
      action={t('prove.submit')}
      command={command}
      shownAt={['password', 'code']}
      canSubmit={password !== ''}
      byEnter
      width={400}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('prove.text')}</p>
      <Field label={signIn('password')} error={command.errorAt('password')}>
        {(control) => (
          <input
            {...control}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {code !== undefined && (
        <CodeField value={code} onChange={setCode} error={isFirstAsked ? undefined : command.errorAt('code')} />
      )}
    </FormDialog>
  );
}

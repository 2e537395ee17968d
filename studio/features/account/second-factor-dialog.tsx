'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import styles from './account.module.css';
import { confirmSecondFactor } from './documents';
import { QrCode } from './qr-code';

/** The QR code for an authenticator app, its first code, and then the recovery codes, which are shown this once. */
export function SecondFactorDialog({
  setup,
  onClose,
  onDone,
}: {
  setup: { secret: string; uri: string };
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('account');
  const command = useCommand(confirmSecondFactor);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const submit = async () => {
    const outcome = await command.run({ input: { code: code.trim() } });
    if (outcome.kind === 'done') setCodes(outcome.payload.recoveryCodes ?? []);
  };
  if (codes)
    return (
      <FormDialog title={t('recovery.title')} action={t('recovery.kept')} onSubmit={onDone} onClose={onDone}>
        <p>{t('recovery.text')}</p>
        <ul className={styles.codes}>
          {codes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </FormDialog>
    );
  return (
    <FormDialog
      title={t('secondFactor.setUp')}
      action={t('secondFactor.turnOn')}
      command={command}
      shownAt={['code']}
      canSubmit={code.trim() !== ''}
      byEnter
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('secondFactor.scan')}</p>
      <QrCode text={setup.uri} label={t('secondFactor.qr')} />
      <p className={styles.quiet}>
        {t('secondFactor.byHand')} <code className={styles.secret}>{setup.secret}</code>
      </p>
      <Field label={t('secondFactor.code')} error={command.errorAt('code')}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            required
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Check } from '@/features/ui/check';
import { Field } from '@/features/ui/field';

/** A password that is chosen: long instead of complicated, and readable for whoever types it. */
export function NewPasswordField({
  value,
  onChange,
  fewest,
  error,
}: {
  value: string;
  onChange: (password: string) => void;
  fewest: number;
  error?: string | undefined;
}) {
  const t = useTranslations('account');
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field label={t('newPassword')} hint={t('newPasswordHint', { count: fewest })} error={error}>
        {(control) => (
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            name="new-password"
            autoComplete="new-password"
            spellCheck={false}
            autoCapitalize="none"
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <Check checked={shown} onCheck={setShown}>
        {t('showPassword')}
      </Check>
    </>
  );
}

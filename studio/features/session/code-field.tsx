'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/features/ui/field';

/** A code of the second factor: six digits of the app, or a recovery code, so any letters are taken. */
export function CodeField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
}) {
  const t = useTranslations('signIn');
  return (
    <Field label={t('code')} hint={t('codeHint')} error={error}>
      {(control) => (
        <input
          {...control}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          required
          data-autofocus
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

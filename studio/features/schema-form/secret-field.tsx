'use client';
import type { FormField } from '@planwright/schema/settings';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import type { FormContext } from './form-context';
import styles from './schema-form.module.css';

/** A secret is written and never read back: one sees that it is there, and may replace or erase it. */
export function SecretField({
  field,
  path,
  ...context
}: { field: Extract<FormField, { kind: 'secret' }>; path: string } & FormContext) {
  const t = useTranslations('integrations.form');
  const { secrets, readOnly } = context;
  const isSet = secrets?.set.has(path) ?? false;
  const edit = secrets?.edits.get(path) ?? { do: 'keep' };
  const change = (next: typeof edit) => secrets?.onEdit(path, next);
  const isTyping = edit.do === 'replace' || (edit.do === 'keep' && !isSet);
  return (
    <Field label={field.title} hint={field.description ?? t('secretHint')} error={context.errorAt(path)}>
      {(control) => (
        <span className={styles.secret}>
          {isTyping ? (
            <>
              <input
                {...control}
                type="password"
                autoComplete="new-password"
                spellCheck={false}
                readOnly={readOnly}
                data-field={path}
                value={edit.do === 'replace' ? edit.text : ''}
                onChange={(event) => change({ do: 'replace', text: event.target.value })}
              />
              {isSet && <Button onClick={() => change({ do: 'keep' })}>{t('keepSecret')}</Button>}
            </>
          ) : (
            <>
              <span className={styles.kept} id={control.id}>
                <KeyRound size={16} strokeWidth={1.75} aria-hidden />
                {edit.do === 'erase' ? t('secretErased') : t('secretSet')}
              </span>
              {!readOnly && edit.do === 'keep' && (
                <>
                  <Button onClick={() => change({ do: 'replace', text: '' })}>{t('replaceSecret')}</Button>
                  <Button look="quiet" onClick={() => change({ do: 'erase' })}>
                    {t('eraseSecret')}
                  </Button>
                </>
              )}
              {!readOnly && edit.do === 'erase' && (
                <Button onClick={() => change({ do: 'keep' })}>{t('keepSecret')}</Button>
              )}
            </>
          )}
        </span>
      )}
    </Field>
  );
}

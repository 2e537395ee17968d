'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { isLocale } from '@/features/i18n/locale';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { planTemplates } from './documents';
import { blankDefinition, renamedDefinition } from './new-definition';
import styles from './plans.module.css';
import { useCreatePlan } from './use-create-plan';

const NOTHING = '';

/** Start from a template or from nothing; the plan opens in the designer as a draft. */
export function NewPlanDialog({ taken, onClose }: { taken: ReadonlySet<string>; onClose: () => void }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const language = isLocale(locale) ? locale : 'zh-CN';
  const [{ data, error }] = useQuery({ query: planTemplates });
  const [from, setFrom] = useState(NOTHING);
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const { create, command } = useCreatePlan();

  const submit = () => {
    const name = title.trim();
    setMissing(name === '');
    if (name === '') return;
    const template = data?.planTemplates.find((each) => each.key === from);
    void create(
      template
        ? renamedDefinition(template.definition, { title: name, language, taken })
        : blankDefinition(name, language, taken),
    );
  };

  const choose = (key: string, suggested: string) => {
    const untouched = title === '' || data?.planTemplates.some((each) => each.title === title);
    setFrom(key);
    if (untouched) setTitle(suggested);
  };

  return (
    <FormDialog
      title={t('new')}
      action={t('create')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
      width={560}
      byEnter
      noValidate
    >
      <fieldset className={styles.templates}>
        <legend className={styles.legend}>{t('startFrom')}</legend>
        {data?.planTemplates.map((template) => (
          <label key={template.key} className={styles.template} data-on={from === template.key || undefined}>
            <input
              type="radio"
              name="from"
              checked={from === template.key}
              onChange={() => choose(template.key, template.title)}
            />
            <span>
              <span className={styles.title}>{template.title}</span>
              {template.description && <span className={styles.description}>{template.description}</span>}
            </span>
          </label>
        ))}
        <label className={styles.template} data-on={from === NOTHING || undefined}>
          <input type="radio" name="from" checked={from === NOTHING} onChange={() => choose(NOTHING, '')} />
          <span>
            <span className={styles.title}>{t('fromNothing')}</span>
            <span className={styles.description}>{t('fromNothingText')}</span>
          </span>
        </label>
      </fieldset>
      {error && <FailureNote error={error} safe={t('templatesFailed')} />}
      <Field label={t('name')} error={missing ? t('nameMissing') : undefined}>
        {(control) => (
          <input
            {...control}
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { LOCALES, type Locale } from '@/features/i18n/locale';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { JobRoleRowFragment } from '@/gql/graphql';
import { saveJobRole } from './documents';

type Texts = Record<Locale, string>;

const textsOf = (value: unknown): Texts => {
  const texts = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const of = (locale: Locale) => (typeof texts[locale] === 'string' ? texts[locale] : '');
  return { 'zh-CN': of('zh-CN'), en: of('en') };
};

const filled = (texts: Texts): Partial<Texts> =>
  Object.fromEntries(Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [[locale, text.trim()]] : [])));

/** A job role in both languages, new or changed. Its key is made by the server and stays: plans name it. */
export function JobRoleDialog({
  jobRole,
  onClose,
  onDone,
}: {
  /** undefined = a new one */
  jobRole: JobRoleRowFragment | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.jobRoles');
  const command = useCommand(saveJobRole);
  const [titles, setTitles] = useState(() => textsOf(jobRole?.titles));
  const kept = useKept(['job-role', jobRole?.id ?? 'new']);
  const [duties, setDuties] = useState(() => ({ ...textsOf(jobRole?.dutiesByLanguage), ...kept.texts }));
  const said = { titles: filled(titles), duties: filled(duties) };
  const submit = async () => {
    const { kind } = await command.run({
      input: {
        key: jobRole?.key ?? '',
        titles: said.titles,
        duties: Object.keys(said.duties).length > 0 ? said.duties : null,
      },
    });
    if (kind !== 'done') return;
    kept.done();
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={jobRole ? t('editTitle', { title: jobRole.title }) : t('create')}
      action={jobRole ? t('save') : t('create')}
      testId="save-job-role"
      command={command}
      shownAt={['titles', 'duties']}
      canSubmit={Object.keys(said.titles).length > 0}
      onSubmit={submit}
      onClose={onClose}
      width={560}
    >
      {LOCALES.map((locale, index) => (
        <Field
          key={locale}
          label={t(`titleIn.${locale}`)}
          hint={index === LOCALES.length - 1 ? t('titleHint') : undefined}
          error={index === 0 ? command.errorAt('titles') : undefined}
        >
          {(control) => (
            <input
              {...control}
              name={locale}
              maxLength={200}
              autoComplete="off"
              value={titles[locale]}
              onChange={(event) => setTitles({ ...titles, [locale]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {LOCALES.map((locale, index) => (
        <Field key={locale} label={t(`dutiesIn.${locale}`)} error={index === 0 ? command.errorAt('duties') : undefined}>
          {(control) => (
            <LongText
              {...control}
              name={`duties-${locale}`}
              maxLength={4000}
              kept={{
                ...kept.field(locale),
                value: duties[locale],
                set: (text) => {
                  kept.change({ [locale]: text });
                  setDuties({ ...duties, [locale]: text });
                },
                discard: () => {
                  kept.done();
                  setDuties(textsOf(jobRole?.dutiesByLanguage));
                },
              }}
            />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}

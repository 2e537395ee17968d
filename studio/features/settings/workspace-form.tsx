'use client';
import { useTranslations } from 'next-intl';
import { type InputHTMLAttributes, useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { ZonePicker } from '@/features/pickers/zone-picker';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { useToast } from '@/features/ui/toast';
import type { LeaverEnrolments, WorkspaceSettingsFieldsFragment } from '@/gql/graphql';
import { saveWorkspaceSettings } from './documents';
import styles from './settings.module.css';

const LOCALES = ['zh-CN', 'en'] as const;
const LEAVING: readonly LeaverEnrolments[] = ['PAUSE', 'CANCEL', 'KEEP'];
const SHARES = ['completion', 'onTime', 'feedback'] as const;

type Draft = Omit<WorkspaceSettingsFieldsFragment, 'reportTargets' | 'maxFileMegabytes'> & {
  maxFileMegabytes: string;
  /** As people say them: shares in per cent. */
  targets: Record<(typeof SHARES)[number] | 'quality', string>;
};

const percent = (share: number): string => String(Math.round(share * 1000) / 10);

function draftOf({ reportTargets, maxFileMegabytes, ...plain }: WorkspaceSettingsFieldsFragment): Draft {
  const { completion, onTime, feedback, quality } = reportTargets;
  return {
    ...plain,
    maxFileMegabytes: String(maxFileMegabytes),
    targets: {
      completion: percent(completion),
      onTime: percent(onTime),
      feedback: percent(feedback),
      quality: String(quality),
    },
  };
}

/** The settings as a form; read-only for those who may not change them. */
export function WorkspaceForm({
  settings,
  readOnly,
}: {
  settings: WorkspaceSettingsFieldsFragment;
  readOnly: boolean;
}) {
  const t = useTranslations('settings');
  const toast = useToast();
  const command = useCommand(saveWorkspaceSettings);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const set = <Key extends keyof Draft>(key: Key, value: Draft[Key]) => setDraft({ ...draft, [key]: value });

  const save = async () => {
    const { targets, maxFileMegabytes, name, locale, timeZone, workingFrom, workingTo, leaverEnrolments } = draft;
    const reportTargets = {
      completion: Number(targets.completion) / 100,
      onTime: Number(targets.onTime) / 100,
      feedback: Number(targets.feedback) / 100,
      quality: Number(targets.quality),
    };
    const plain = { name, locale, timeZone, workingFrom, workingTo, leaverEnrolments };
    const { kind } = await command.run({
      input: { ...plain, maxFileMegabytes: Number(maxFileMegabytes), reportTargets },
    });
    if (kind === 'done') toast({ tone: 'ok', text: t('saved') });
  };

  const input = (
    key: 'name' | 'workingFrom' | 'workingTo' | 'maxFileMegabytes',
    more: InputHTMLAttributes<HTMLInputElement> = {},
    hint?: string,
  ) => (
    <Field label={t(`field.${key}`)} hint={hint} error={command.errorAt(key)}>
      {(control) => (
        <input
          {...control}
          {...more}
          name={key}
          readOnly={readOnly}
          value={draft[key]}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {input('name', { maxLength: 200 })}
      <Field label={t('field.locale')} hint={t('localeHint')} error={command.errorAt('locale')}>
        {(control) => (
          <select
            {...control}
            disabled={readOnly}
            value={draft.locale}
            onChange={(event) => set('locale', event.target.value)}
          >
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {t(`languages.${locale}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {readOnly ? (
        <Field label={t('field.timeZone')}>
          {(control) => <input {...control} readOnly value={draft.timeZone.replaceAll('_', ' ')} />}
        </Field>
      ) : (
        <ZonePicker
          name="timeZone"
          label={t('field.timeZone')}
          error={command.errorAt('timeZone')}
          value={draft.timeZone}
          onChange={(zone) => set('timeZone', zone === '' ? draft.timeZone : zone)}
        />
      )}
      <div className={styles.pair}>
        {input('workingFrom', { inputMode: 'numeric', placeholder: '09:00' })}
        {input('workingTo', { inputMode: 'numeric', placeholder: '18:00' })}
      </div>
      <p className={styles.quiet}>{t('hoursHint')}</p>
      <Field label={t('field.leaverEnrolments')} hint={t('leaverHint')} error={command.errorAt('leaverEnrolments')}>
        {(control) => (
          <select
            {...control}
            disabled={readOnly}
            value={draft.leaverEnrolments}
            onChange={(event) => {
              const chosen = LEAVING.find((each) => each === event.target.value);
              if (chosen) set('leaverEnrolments', chosen);
            }}
          >
            {LEAVING.map((each) => (
              <option key={each} value={each}>
                {t(`leaving.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {input('maxFileMegabytes', { type: 'number', min: 1, max: 200, step: 1, inputMode: 'numeric' }, t('fileHint'))}
      <fieldset className={styles.targets}>
        <legend>{t('targets')}</legend>
        <p className={styles.quiet}>{t('targetsHint')}</p>
        <div className={styles.pair}>
          {([...SHARES, 'quality'] as const).map((key) => (
            <Field key={key} label={t(`target.${key}`)} error={command.errorAt(`reportTargets.${key}`)}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min={0}
                  max={100}
                  step="any"
                  inputMode="decimal"
                  readOnly={readOnly}
                  value={draft.targets[key]}
                  onChange={(event) => set('targets', { ...draft.targets, [key]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      </fieldset>
      <CommandErrors command={command} shownAt={SHOWN} />
      {readOnly ? (
        <p className={styles.quiet}>{t('readOnly')}</p>
      ) : (
        <div>
          <Button look="primary" type="submit" busy={command.pending}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}

const SHOWN = [
  'name',
  'locale',
  'timeZone',
  'workingFrom',
  'workingTo',
  'leaverEnrolments',
  'maxFileMegabytes',
  ...[...SHARES, 'quality'].map((key) => `reportTargets.${key}`),
];

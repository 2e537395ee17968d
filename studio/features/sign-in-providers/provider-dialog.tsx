'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProof } from '@/features/account/use-proof';
import { useCommand } from '@/features/api/use-command';
import { PersonPicker } from '@/features/pickers/person-picker';
import { Check } from '@/features/ui/check';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { useToast } from '@/features/ui/toast';
import { ConnectionTest } from './connection-test';
import { saveIdentityProvider } from './documents';
import { inputOf, isComplete, type Provider, type ProviderDraft, providerDraft } from './provider-draft';
import { RoleMappingFields } from './role-mapping-fields';
import styles from './sign-in-providers.module.css';

/** Sets a provider up, or changes it. Whoever saves it has just said who they are. */
export function ProviderDialog({
  provider,
  onClose,
  onDone,
}: {
  /** undefined = a new one */
  provider: Provider | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('signInProviders');
  const toast = useToast();
  const command = useCommand(saveIdentityProvider);
  const { whenProven, dialog } = useProof();
  const [draft, setDraft] = useState(() => providerDraft(provider));
  const set = (changes: Partial<ProviderDraft>) => setDraft((now) => ({ ...now, ...changes }));
  const save = () =>
    whenProven(
      () => command.run({ input: inputOf(draft) }),
      ({ kind }) => {
        if (kind !== 'done') return;
        toast({ tone: 'ok', text: t(provider ? 'saved' : 'added') });
        onDone();
        onClose();
      },
    );
  return (
    <>
      <FormDialog
        title={provider ? t('editTitle', { name: provider.name }) : t('add')}
        action={t(provider ? 'save' : 'add')}
        testId="save-provider"
        command={{ ...command, userErrors: command.userErrors.filter(({ code }) => code !== 'PROOF_NEEDED') }}
        shownAt={['name', 'issuer', 'clientId', 'clientSecret', 'emailDomains', 'emergencyAdminId']}
        canSubmit={isComplete(draft)}
        onSubmit={save}
        onClose={onClose}
        width={560}
      >
        <Connection draft={draft} set={set} errorAt={command.errorAt} />
        <ConnectionTest draft={draft} />
        <h3 className={styles.heading}>{t('people')}</h3>
        <Field label={t('domains')} hint={t('domainsHint')} error={command.errorAt('emailDomains')}>
          {(control) => (
            <input {...control} value={draft.domains} onChange={(event) => set({ domains: event.target.value })} />
          )}
        </Field>
        <Check checked={draft.createsPeople} onCheck={(createsPeople) => set({ createsPeople })}>
          {t('createsPeople')}
        </Check>
        <Check checked={draft.sameAsScim} onCheck={(sameAsScim) => set({ sameAsScim })}>
          {t('sameAsScim')}
        </Check>
        <h3 className={styles.heading}>{t('mapping.title')}</h3>
        <RoleMappingFields mapping={draft.mapping} onChange={(mapping) => set({ mapping })} />
        <h3 className={styles.heading}>{t('use')}</h3>
        <Check checked={draft.enabled} onCheck={(enabled) => set({ enabled })}>
          {t('enabled')}
        </Check>
        {provider && (
          <Check checked={draft.only} onCheck={(only) => set({ only })}>
            {t('only')}
          </Check>
        )}
        {draft.only && (
          <PersonPicker
            label={t('emergency')}
            hint={t('emergencyHint')}
            error={command.errorAt('emergencyAdminId')}
            chosen={draft.emergencyAdmin}
            onChange={(emergencyAdmin) => set({ emergencyAdmin })}
            withRole="ADMIN"
          />
        )}
      </FormDialog>
      {dialog}
    </>
  );
}

function Connection({
  draft,
  set,
  errorAt,
}: {
  draft: ProviderDraft;
  set: (changes: Partial<ProviderDraft>) => void;
  errorAt: (field: string) => string | undefined;
}) {
  const t = useTranslations('signInProviders');
  return (
    <>
      <Field label={t('name')} hint={t('nameHint')} error={errorAt('name')}>
        {(control) => <input {...control} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <Field label={t('issuer')} hint={t('issuerHint')} error={errorAt('issuer')}>
        {(control) => (
          <input
            {...control}
            type="url"
            inputMode="url"
            value={draft.issuer}
            onChange={(event) => set({ issuer: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('clientId')} error={errorAt('clientId')}>
        {(control) => (
          <input {...control} value={draft.clientId} onChange={(event) => set({ clientId: event.target.value })} />
        )}
      </Field>
      <Field
        label={t('clientSecret')}
        hint={t(draft.id === undefined ? 'secretHint' : 'secretKept')}
        error={errorAt('clientSecret')}
      >
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="new-password"
            value={draft.clientSecret}
            onChange={(event) => set({ clientSecret: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

'use client';
import { Circle, CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { List } from '@/features/ui/list';
import type { ProviderCheckKey } from '@/gql/graphql';
import { testIdentityProvider } from './documents';
import { connectionOf, type ProviderDraft } from './provider-draft';
import styles from './sign-in-providers.module.css';

/** In the order in which the server looks; after the first that is wrong it looks no further. */
const CHECKS = ['ANSWERS', 'SIGNS', 'KEYS', 'KNOWS_US'] as const satisfies readonly ProviderCheckKey[];

/** Tries what stands in the form, before or after it is saved. */
export function ConnectionTest({ draft }: { draft: ProviderDraft }) {
  const t = useTranslations('signInProviders.test');
  const command = useCommand(testIdentityProvider);
  const checks = command.payload?.checks ?? [];
  const found = CHECKS.map((key) => ({ key, check: checks.find((one) => one.key === key) }));
  const canTry = draft.issuer.trim() !== '' && draft.clientId.trim() !== '';
  return (
    <div className={styles.test}>
      <div>
        <Button
          busy={command.pending}
          disabled={!canTry}
          onClick={() => void command.run({ input: connectionOf(draft) })}
          data-testid="test-provider"
        >
          {t('run')}
        </Button>
      </div>
      <div aria-live="polite">
        {checks.length > 0 && (
          <List>
            {found.map(({ key, check }) => (
              <li key={key} className={styles.check} data-state={check ? (check.ok ? 'ok' : 'wrong') : 'waiting'}>
                <CheckSign ok={check?.ok} />
                <span>
                  <span className={styles.checkName}>{t(`check.${key}`)}</span>
                  <span className={styles.quiet}>{check?.message ?? t('notLooked')}</span>
                </span>
              </li>
            ))}
          </List>
        )}
      </div>
      <CommandErrors command={command} />
    </div>
  );
}

function CheckSign({ ok }: { ok: boolean | undefined }) {
  const t = useTranslations('signInProviders.test');
  const Icon = ok === undefined ? Circle : ok ? CircleCheck : CircleX;
  const label = ok === undefined ? t('waiting') : t(ok ? 'right' : 'wrong');
  return <Icon size={18} strokeWidth={1.75} role="img" aria-label={label} className={styles.sign} />;
}

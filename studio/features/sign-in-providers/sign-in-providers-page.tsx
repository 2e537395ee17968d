'use client';
import { Copy, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { SettingsTabs } from '@/features/settings/settings-tabs';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import { useToast } from '@/features/ui/toast';
import { identityProviders } from './documents';
import { ProviderDialog } from './provider-dialog';
import type { Provider } from './provider-draft';
import styles from './sign-in-providers.module.css';

/** The company's own sign-in: its providers, for administrators. */
export function SignInProvidersPage() {
  const t = useTranslations('signInProviders');
  const settings = useTranslations('settings');
  const { has } = useSession();
  const [open, setOpen] = useState<{ provider: Provider | undefined }>();
  const isAdmin = has('ADMIN');
  const add = isAdmin && (
    <Button
      look="primary"
      icon={<Plus size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setOpen({ provider: undefined })}
      data-testid="add-provider"
    >
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageBar title={settings('title')} actions={add} />
      <PageBody width={720}>
        <SettingsTabs current="signIn" />
        {isAdmin ? (
          <Providers
            add={add}
            open={open}
            onEdit={(provider) => setOpen({ provider })}
            onClose={() => setOpen(undefined)}
          />
        ) : (
          <Empty title={t('notForYou')}>{t('notForYouNext')}</Empty>
        )}
      </PageBody>
    </>
  );
}

function Providers({
  add,
  open,
  onEdit,
  onClose,
}: {
  add: ReactNode;
  open: { provider: Provider | undefined } | undefined;
  onEdit: (provider: Provider) => void;
  onClose: () => void;
}) {
  const t = useTranslations('signInProviders');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({ query: identityProviders, requestPolicy: 'cache-and-network' });
  const again = () => read({ requestPolicy: 'network-only' });
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      {error && !data && <FailureNote error={error} retry={again} />}
      {!data && !error && <SkeletonRows count={2} height={88} label={ui('loading')} />}
      {data?.identityProviders.length === 0 && (
        <Empty title={t('empty')} action={add}>
          {t('emptyNext')}
        </Empty>
      )}
      {data && data.identityProviders.length > 0 && (
        <List>
          {data.identityProviders.map((provider) => (
            <ProviderRow key={provider.id} provider={provider} onEdit={() => onEdit(provider)} />
          ))}
        </List>
      )}
      {open && <ProviderDialog provider={open.provider} onClose={onClose} onDone={again} />}
    </>
  );
}

function ProviderRow({ provider, onEdit }: { provider: Provider; onEdit: () => void }) {
  const t = useTranslations('signInProviders');
  const toast = useToast();
  const { name, issuer, enabled, only, redirectUri } = provider;
  const copy = async () => {
    await navigator.clipboard.writeText(redirectUri);
    toast({ tone: 'ok', text: t('copied') });
  };
  return (
    <li className={styles.provider} data-testid="provider">
      <div className={styles.facts}>
        <span className={styles.name}>
          {name} <Tag tone={enabled ? 'soft' : 'quiet'}>{t(enabled ? 'on' : 'off')}</Tag>{' '}
          {only && <Tag tone="warn">{t('onlyTag')}</Tag>}
        </span>
        <span className={styles.address}>{issuer}</span>
        <span className={styles.quiet}>{t('redirect')}</span>
        <code className={styles.address}>{redirectUri}</code>
      </div>
      <div className={styles.acts}>
        <Button
          icon={<Copy size={16} strokeWidth={1.75} aria-hidden />}
          aria-label={t('copyOf', { name })}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Button>
        <Button aria-haspopup="dialog" aria-label={t('editTitle', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
      </div>
    </li>
  );
}

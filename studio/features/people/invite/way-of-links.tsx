'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { Segmented } from '@/features/ui/segmented';
import { mailForAccounts } from './documents';
import styles from './invite.module.css';

/** Whether links are sent, which needs an integration for it; undefined = that is not known yet. */
export function useSendsMail(): boolean | undefined {
  const [{ data }] = useQuery({ query: mailForAccounts, requestPolicy: 'cache-and-network' });
  return data && data.systemMail != null;
}

/** How a link reaches its person: by a message, or by hand. */
export function WayOfLinks({
  sends,
  canSend,
  onChange,
}: {
  sends: boolean;
  canSend: boolean | undefined;
  onChange: (sends: boolean) => void;
}) {
  const t = useTranslations('people.invite');
  if (canSend === false) return <p className={styles.quiet}>{t('noMail')}</p>;
  return (
    <>
      <Segmented
        label={t('way')}
        value={sends ? 'send' : 'copy'}
        onChange={(way) => onChange(way === 'send')}
        options={[
          { value: 'send', label: t('send') },
          { value: 'copy', label: t('copyLinks') },
        ]}
      />
      <p className={styles.quiet}>{sends ? t('sendText') : t('copyText')}</p>
    </>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { useChange } from '@/features/api/use-change';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import { isChannel } from './channels';
import { integrationsPage, removeIntegration } from './documents';
import styles from './integrations.module.css';

/** Takes an integration away; what was routed to it goes to the inbox from then on. */
export function RemoveIntegration({
  integration,
  channels,
}: {
  integration: { id: string; name: string };
  channels: readonly string[];
}) {
  const t = useTranslations('integrations');
  const ui = useTranslations('ui');
  const router = useRouter();
  const client = useClient();
  const toast = useToast();
  const { has } = useSession();
  const [open, setOpen] = useState(false);
  const [erase, setErase] = useState(true);
  const change = useChange(removeIntegration, (data) => data.removeIntegration.userErrors);
  if (!has('ADMIN')) return null;
  const names = channels.map((channel) => (isChannel(channel) ? t(`channels.${channel}`) : channel)).join(t('comma'));
  return (
    <section className={styles.danger}>
      <h2 className={styles.heading}>{t('remove')}</h2>
      <p className={styles.lead}>{t('removeText')}</p>
      <Button look="danger" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('remove')}
      </Button>
      {open && (
        <Dialog
          title={t('removeTitle', { name: integration.name })}
          onClose={() => setOpen(false)}
          footer={
            <>
              <Button onClick={() => setOpen(false)}>{ui('cancel')}</Button>
              <Button
                look="danger"
                busy={change.busy}
                onClick={async () => {
                  if (!(await change.run({ input: { integrationId: integration.id, eraseSecrets: erase } }))) return;
                  toast({ tone: 'ok', text: t('removed', { name: integration.name }) });
                  await client.query(integrationsPage, {}, { requestPolicy: 'network-only' }).toPromise();
                  router.push('/integrations');
                }}
              >
                {t('remove')}
              </Button>
            </>
          }
        >
          <p style={{ margin: 0 }}>{names === '' ? t('removeUnused') : t('removeUsed', { channels: names })}</p>
          <label className={styles.check}>
            <input type="checkbox" checked={erase} onChange={(event) => setErase(event.target.checked)} />
            {t('eraseSecrets')}
          </label>
          {change.wrong.map((each) => (
            <Note key={each.code} tone="danger" title={each.message} />
          ))}
          {change.error && <FailureNote error={change.error} safe={t('kept')} />}
        </Dialog>
      )}
    </section>
  );
}

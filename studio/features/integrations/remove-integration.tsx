'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Check } from '@/features/ui/check';
import { FormDialog } from '@/features/ui/form-dialog';
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
  const router = useRouter();
  const client = useClient();
  const toast = useToast();
  const { has } = useSession();
  const [open, setOpen] = useState(false);
  const [erase, setErase] = useState(true);
  const command = useCommand(removeIntegration);
  const submit = async () => {
    const { kind } = await command.run({ input: { integrationId: integration.id, eraseSecrets: erase } });
    if (kind !== 'done') return;
    toast({ tone: 'ok', text: t('removed', { name: integration.name }) });
    await client.query(integrationsPage, {}, { requestPolicy: 'network-only' }).toPromise();
    router.push('/integrations');
  };
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
        <FormDialog
          title={t('removeTitle', { name: integration.name })}
          action={t('remove')}
          look="danger"
          command={command}
          safe={t('kept')}
          onSubmit={submit}
          onClose={() => setOpen(false)}
        >
          <p>{names === '' ? t('removeUnused') : t('removeUsed', { channels: names })}</p>
          <Check checked={erase} onCheck={setErase}>
            {t('eraseSecrets')}
          </Check>
        </FormDialog>
      )}
    </section>
  );
}

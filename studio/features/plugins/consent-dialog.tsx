'use client';
import { useTranslations } from 'next-intl';
import { type Change, useChange } from '@/features/api/use-change';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { PluginViewFragment } from '@/gql/graphql';
import { disablePlugin, enablePlugin } from './documents';
import { Permissions } from './permissions';
import styles from './plugins.module.css';

interface DialogProps {
  plugin: PluginViewFragment;
  onClose: () => void;
}

/** What the plugin may do is shown first; exactly that is agreed to. A change of it is asked for again. */
export function EnableDialog({ plugin, onClose }: DialogProps) {
  const t = useTranslations('plugins');
  const ui = useTranslations('ui');
  const toast = useToast();
  const change = useChange(enablePlugin, (data) => data.enablePlugin.userErrors);
  return (
    <Dialog
      title={t('enableTitle', { title: plugin.title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            busy={change.busy}
            onClick={async () => {
              if (!(await change.run({ input: { pluginId: plugin.id, consent: plugin.permissions } }))) return;
              toast({ tone: 'ok', text: t('enabled', { title: plugin.title }) });
              onClose();
            }}
          >
            {t('agree')}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{t('mayTitle', { title: plugin.title, version: plugin.version })}</p>
      <Permissions permissions={plugin.permissions} configSchema={plugin.configSchema} />
      <p className={styles.lead}>{t('mayNot')}</p>
      <Wrong change={change} />
    </Dialog>
  );
}

export function DisableDialog({ plugin, onClose }: DialogProps) {
  const t = useTranslations('plugins');
  const ui = useTranslations('ui');
  const toast = useToast();
  const change = useChange(disablePlugin, (data) => data.disablePlugin.userErrors);
  return (
    <Dialog
      title={t('disableTitle', { title: plugin.title })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="danger"
            busy={change.busy}
            onClick={async () => {
              if (!(await change.run({ input: { pluginId: plugin.id } }))) return;
              toast({ tone: 'ok', text: t('disabled', { title: plugin.title }) });
              onClose();
            }}
          >
            {t('disable')}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{t('disableText', { count: plugin.usedByPlans })}</p>
      <Wrong change={change} />
    </Dialog>
  );
}

function Wrong({ change }: { change: Pick<Change<never>, 'wrong' | 'error'> }) {
  const t = useTranslations('plugins');
  return (
    <>
      {change.wrong.map((each) => (
        <Note key={each.code} tone="danger" title={each.message} />
      ))}
      {change.error && <FailureNote error={change.error} safe={t('unchanged')} />}
    </>
  );
}

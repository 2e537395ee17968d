'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { FormDialog } from '@/features/ui/form-dialog';
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
  const toast = useToast();
  const command = useCommand(enablePlugin);
  const submit = async () => {
    const { kind } = await command.run({ input: { pluginId: plugin.id, consent: plugin.permissions } });
    if (kind !== 'done') return;
    toast({ tone: 'ok', text: t('enabled', { title: plugin.title }) });
    onClose();
  };
  return (
    <FormDialog
      title={t('enableTitle', { title: plugin.title })}
      action={t('agree')}
      command={command}
      safe={t('unchanged')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('mayTitle', { title: plugin.title, version: plugin.version })}</p>
      <Permissions permissions={plugin.permissions} configSchema={plugin.configSchema} />
      <p className={styles.lead}>{t('mayNot')}</p>
    </FormDialog>
  );
}

export function DisableDialog({ plugin, onClose }: DialogProps) {
  const t = useTranslations('plugins');
  const toast = useToast();
  const command = useCommand(disablePlugin);
  const submit = async () => {
    const { kind } = await command.run({ input: { pluginId: plugin.id } });
    if (kind !== 'done') return;
    toast({ tone: 'ok', text: t('disabled', { title: plugin.title }) });
    onClose();
  };
  return (
    <FormDialog
      title={t('disableTitle', { title: plugin.title })}
      action={t('disable')}
      look="danger"
      command={command}
      safe={t('unchanged')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('disableText', { count: plugin.usedByPlans })}</p>
    </FormDialog>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { useToast } from '@/features/ui/toast';
import type { RoutingPageQuery } from '@/gql/graphql';
import { setSystemMail } from './documents';
import styles from './integrations.module.css';

/** Which integration sends invitations and password links. Without one HR hands links over. */
export function SystemMail({ data, onChanged }: { data: RoutingPageQuery; onChanged: () => void }) {
  const t = useTranslations('integrations.systemMail');
  const toast = useToast();
  const { has } = useSession();
  const command = useCommand(setSystemMail);
  const options = data.integrations.filter(({ channels }) => channels.length > 0);
  const set = async (integrationId: string): Promise<void> => {
    const { kind } = await command.run({ input: { integrationId: integrationId || null } });
    if (kind === 'done') toast({ tone: 'ok', text: t('saved') });
    onChanged();
  };
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.lead}>{t('text')}</p>
      <Field label={t('label')}>
        {(control) => (
          <select
            {...control}
            value={data.systemMail?.id ?? ''}
            disabled={!has('ADMIN') || command.pending}
            onChange={(event) => void set(event.target.value)}
          >
            <option value="">{t('none')}</option>
            {options.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CommandErrors command={command} />
    </section>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { CommandErrors } from '@/features/ui/command-errors';
import { Cell, Table } from '@/features/ui/table';
import { useToast } from '@/features/ui/toast';
import type { RoutingPageQuery } from '@/gql/graphql';
import { CHANNELS } from './channels';
import { setChannelRoute } from './documents';
import styles from './integrations.module.css';

const INBOX = '';
/** Neither an opaque id nor a contribution's key holds a space. */
const routeValue = (integrationId: string, contribution: string): string => `${integrationId} ${contribution}`;

/** Plans name channels; here each is mapped to what delivers it. What is mapped to nothing arrives in the inbox. */
export function ChannelRoutes({ data, onChanged }: { data: RoutingPageQuery; onChanged: () => void }) {
  const t = useTranslations('integrations');
  const toast = useToast();
  const { has } = useSession();
  const command = useCommand(setChannelRoute);
  const options = data.integrations.flatMap((integration) =>
    integration.channels.map((channel) => ({
      value: routeValue(integration.id, channel.key),
      label:
        integration.channels.length > 1
          ? t('routeOf', { integration: integration.name, channel: channel.title })
          : integration.name,
    })),
  );

  const route = async (channel: string, value: string, label: string): Promise<void> => {
    const [integrationId, contribution] = value === INBOX ? [null, null] : value.split(' ');
    const { kind } = await command.run({
      input: { channel, integrationId: integrationId ?? null, contribution: contribution ?? null },
    });
    if (kind === 'done') toast({ tone: 'ok', text: t('routed', { channel: label }) });
    onChanged();
  };

  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('routes')}</h2>
      <p className={styles.lead}>{t('routesText')}</p>
      <div className={styles.routes}>
        <Table caption={t('routes')} heads={[t('channel'), t('deliveredBy'), t('meaning')]}>
          <tbody>
            {CHANNELS.map((channel) => {
              const current = data.channelRoutes.find((each) => each.channel === channel);
              const value =
                current?.integration && current.contribution
                  ? routeValue(current.integration.id, current.contribution)
                  : INBOX;
              const label = t(`channels.${channel}`);
              const isGone = value !== INBOX && !options.some((option) => option.value === value);
              return (
                <tr key={channel}>
                  <Cell>
                    <strong className={styles.heading}>{label}</strong>
                  </Cell>
                  <Cell label={t('deliveredBy')}>
                    {channel === 'inbox' ? (
                      t('inboxAlways')
                    ) : (
                      <select
                        className={styles.routeSelect}
                        aria-label={t('deliveredByFor', { channel: label })}
                        value={value}
                        disabled={!has('ADMIN') || command.pending}
                        onChange={(event) => void route(channel, event.target.value, label)}
                      >
                        <option value={INBOX}>{t('inInbox')}</option>
                        {isGone && <option value={value}>{current?.integration?.name}</option>}
                        {options.map((option) => (
                          <option key={option.value} value={option.value}>
                            {option.label}
                          </option>
                        ))}
                      </select>
                    )}
                  </Cell>
                  <Cell label={t('meaning')}>
                    <span className={styles.quiet}>
                      {channel === 'inbox' ? t('inboxMeaning') : value === INBOX ? t('unset') : t('set')}
                    </span>
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </div>
      <CommandErrors command={command} />
    </section>
  );
}

'use client';
import { LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { inTab, onDevice } from '@/features/device/this-device';
import { useOwner } from '@/features/device/use-kept';
import { chooseLocale } from '@/features/i18n/choose-locale';
import { isLocale, type Locale } from '@/features/i18n/locale';
import { Workspaces } from '@/features/sandbox/workspaces';
import { useSession } from '@/features/session/session';
import { chooseTheme, useThemeChoice } from '@/features/tokens/theme';
import { THEME_CHOICES } from '@/features/tokens/theme-choice';
import { Button, ButtonLink } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import { graphql } from '@/gql';
import styles from './account.module.css';
import { LeaveDialog } from './leave-dialog';

const signOut = graphql(/* GraphQL */ `
  mutation SignOut {
    signOut {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

const updateViewer = graphql(/* GraphQL */ `
  mutation UpdateViewer($input: UpdateViewerInput!) {
    updateViewer(input: $input) {
      viewer {
        locale
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** Who is signed in, with their account, language, theme and the way out. `onGo` closes what this stands in. */
export function Account({ onGo }: { onGo: () => void }) {
  const t = useTranslations('frame');
  const { viewer, person } = useSession();
  const locale = useLocale();
  const theme = useThemeChoice();
  const router = useRouter();
  const leaves = useCommand(signOut);
  const update = useCommand(updateViewer);
  const [failed, setFailed] = useState(false);
  const [leaving, setLeaving] = useState(false);

  const changeLocale = (next: Locale) => {
    chooseLocale(next);
    router.refresh();
    // The cookie already decides what this device shows; the stored language is for messages sent to the person.
    void update.run({ input: { locale: next } });
  };

  const owner = useOwner();
  const [asks, setAsks] = useState(0);

  const leave = async (what: 'ask' | 'keep' | 'remove' = 'ask') => {
    const devices = [onDevice, inTab];
    const held = devices.reduce((sum, device) => sum + device.heldFor(owner).length, 0);
    if (what === 'ask' && held > 0) return setAsks(held);
    // The question stays until the page goes: what opened it cannot take the focus back while it is busy.
    setLeaving(true);
    const outcome = await leaves.run({});
    if (outcome.kind === 'failed' && outcome.failure.networkError) {
      setAsks(0);
      setLeaving(false);
      setFailed(true);
      return;
    }
    if (what === 'remove') for (const device of devices) device.forget(owner);
    // A full load, so that nothing that was read for this person stays in memory.
    window.location.assign('/sign-in');
  };

  return (
    <div className={styles.account}>
      <div>
        <div className={styles.name}>{person.name}</div>
        <div className={styles.facts}>
          {viewer.roles.map((role) => t(`roles.${role}`)).join(t('separator'))}
          {viewer.workspace && <div>{viewer.workspace.name}</div>}
        </div>
      </div>
      <ButtonLink
        href="/account"
        onClick={onGo}
        icon={<UserRound size={16} strokeWidth={1.75} aria-hidden />}
        size="large"
      >
        {t('myAccount')}
      </ButtonLink>
      <Workspaces />
      <Segmented
        label={t('language')}
        value={isLocale(locale) ? locale : 'zh-CN'}
        onChange={changeLocale}
        options={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Segmented
        label={t('theme')}
        value={theme}
        onChange={chooseTheme}
        options={THEME_CHOICES.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      {failed && (
        <Note tone="danger" title={t('signOutFailed')}>
          {t('signOutFailedNext')}
        </Note>
      )}
      <Button
        icon={<LogOut size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => void leave()}
        busy={leaving}
        size="large"
      >
        {t('signOut')}
      </Button>
      {asks > 0 && (
        <LeaveDialog count={asks} busy={leaving} onClose={() => setAsks(0)} onLeave={(what) => void leave(what)} />
      )}
    </div>
  );
}

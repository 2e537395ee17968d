'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { invitePeople, sendPasswordReset } from './documents';
import styles from './invite.module.css';
import { LinkList } from './link-list';
import { useSendsMail, WayOfLinks } from './way-of-links';

/** What came of it: how many messages went out, links to hand over, who was left out. */
interface Made {
  sent: number;
  links: { person: { id: string; name: string }; url: string }[];
  leftOut: readonly string[];
}

type Payload = { invitations: { url?: string | null; person: { id: string; name: string } }[] };

/** Lets people set their first password, or (`reset`) one person another: by a message, or by links to be handed over. */
export function InviteDialog({
  people,
  reset = false,
  onClose,
  onDone,
}: {
  people: readonly { id: string; name: string }[];
  reset?: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.invite');
  const canSend = useSendsMail();
  const [wantsMail, setWantsMail] = useState(true);
  const send = wantsMail && canSend === true;
  const invite = useCommand(invitePeople);
  const again = useCommand(sendPasswordReset);
  const command = reset ? again : invite;
  const [made, setMade] = useState<Made>();
  const [only] = people;
  if (!only) return null;

  const submit = async () => {
    const outcome = reset
      ? await again.run({ input: { personId: only.id, send } })
      : await invite.run({ input: { personIds: people.map(({ id }) => id), send } });
    if (outcome.kind === 'failed' || !outcome.payload) return;
    const { invitations }: Payload = outcome.payload;
    if (invitations.length === 0) return;
    setMade({
      sent: invitations.filter(({ url }) => !url).length,
      links: invitations.flatMap(({ person, url }) => (url ? [{ person, url }] : [])),
      leftOut: outcome.kind === 'refused' ? outcome.userErrors.map(({ message }) => message) : [],
    });
    onDone();
  };
  if (made)
    return (
      <FormDialog title={t('made')} action={t('done')} onSubmit={onClose} onClose={onClose}>
        {made.sent > 0 && <Note tone="ok" title={t('sentTo', { count: made.sent })} />}
        {made.links.length > 0 && (
          <>
            <p>{reset ? t('handOverReset') : t('handOver', { count: made.links.length })}</p>
            <LinkList links={made.links} />
          </>
        )}
        {made.leftOut.length > 0 && (
          <Note tone="warn" title={t('leftOut', { count: made.leftOut.length })}>
            <ul className={styles.leftOut}>
              {made.leftOut.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Note>
        )}
      </FormDialog>
    );
  return (
    <FormDialog
      title={reset ? t('resetTitle', { name: only.name }) : t('title', { count: people.length, name: only.name })}
      action={send ? t('submitSend', { count: people.length }) : t('submitCopy', { count: people.length })}
      command={command}
      canSubmit={canSend !== undefined}
      onSubmit={submit}
      onClose={onClose}
      testId="invite"
    >
      <p>{reset ? t('resetText') : t('text')}</p>
      <WayOfLinks sends={send} canSend={canSend} onChange={setWantsMail} />
    </FormDialog>
  );
}

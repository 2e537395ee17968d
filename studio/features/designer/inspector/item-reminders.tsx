'use client';
import { plainDateIn } from '@planwright/schema/time';
import { useTranslations } from 'next-intl';
import { useNow, useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { headline } from '@/features/ui/markdown-blocks';
import { usePreview } from '../rules/use-preview';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import styles from './inspector.module.css';
import { useReminderSentence } from './use-reminder-sentence';

const ROLES = ['LEARNER', 'MENTOR', 'SUPERIOR', 'HR'] as const;

/** Reminders are the plan's; at an item one sees what they come to for it: the messages that a person starting today gets. */
export function ItemReminders({ itemKey }: { itemKey: string }) {
  const t = useTranslations('designer');
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.document.definition);
  const sentence = useReminderSentence();
  const zone = useZone();
  const startsOn = plainDateIn(useNow().toISOString(), zone);
  const { date } = useTimeWords();
  const preview = usePreview(definition, startsOn, zone);
  const reminders = definition.reminders ?? [];
  const messages = preview.events?.filter((event) => event.itemKey === itemKey) ?? [];
  const roles = (to: readonly string[]) =>
    ROLES.filter((role) => to.includes(role))
      .map((role) => t(`roles.${role}`))
      .join(t('card.comma'));
  return (
    <>
      {reminders.length === 0 ? (
        <p className={styles.hint}>{t('reminders.none')}</p>
      ) : (
        <ul className={styles.list}>
          {reminders.map((reminder) => (
            <li key={reminder.key} className={styles.hint}>
              {sentence(reminder)}
            </li>
          ))}
        </ul>
      )}
      <span>
        <Button look="quiet" onClick={() => store.getState().select([], 'reminders')}>
          {t('reminders.editForPlan')}
        </Button>
      </span>
      {reminders.length > 0 && (
        <div className={styles.preview} aria-busy={preview.isReading || undefined}>
          <p className={styles.label}>{t('reminders.forItem')}</p>
          {preview.failed && <p className={styles.hint}>{t('reminders.previewFailed')}</p>}
          {preview.events && messages.length === 0 && <p className={styles.hint}>{t('reminders.noneForItem')}</p>}
          <ul className={styles.list}>
            {messages.map((event) => (
              <li key={`${event.at} ${event.ruleKey} ${event.to.join()}`} className={styles.hint}>
                <strong>{date(event.at, 'dayTime')}</strong> → {roles(event.to)}
                <br />
                {headline(event.text)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

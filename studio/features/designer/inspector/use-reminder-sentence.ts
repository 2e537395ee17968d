import type { Reminder } from '@planwright/schema/definition';
import { useTranslations } from 'next-intl';
import { useCatalogue } from '../rules/catalogue';
import { recipientsIn } from '../rules/recipients';

const SENTENCES = ['core/day-one', 'core/weekly', 'core/before-due', 'core/feedback-due'] as const;

/** A reminder in one line: `截止前 3 天 09:00 → 学员、导师 · 聊天`. Rules of other plugins say their title. */
export function useReminderSentence(): (reminder: Reminder) => string {
  const t = useTranslations('designer');
  const catalogue = useCatalogue('reminder');
  return ({ use, with: settings = {}, to, channels }) => {
    const known = SENTENCES.find((each) => each === use);
    const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
    const number = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);
    const sentence = known?.replace('/', '-');
    const what = sentence
      ? t(
          `reminders.sentences.${sentence}${known === 'core/before-due' && settings.unit === 'WORKDAY' ? '-workdays' : ''}`,
          {
            weekday: t(`dates.weekdays.${text(settings.weekday, 'MON')}`),
            at: text(settings.at, '09:00'),
            days: number(settings.days, 3),
            hours: number(settings.hoursBefore, 4),
          },
        )
      : (catalogue.find(use)?.title ?? use);
    const by = channels.map((each) => t(`reminders.channels.${each}`)).join(t('card.comma'));
    if (recipientsIn(catalogue.find(use)?.configSchema).by === 'RULE')
      return t('reminders.sentenceByRule', { what, channels: by });
    return t('reminders.sentence', {
      what,
      to: to.map((each) => t(`roles.${each}`)).join(t('card.comma')),
      channels: by,
    });
  };
}

'use client';
import type { Reminder, RuleUse } from '@planwright/schema';
import { useTranslations } from 'next-intl';
import { Button } from '@/features/ui/button';
import { freeKey } from '../edits/keys';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { AddButton, CheckField, FieldProblems, RemoveButton } from './fields';
import styles from './inspector.module.css';
import { useProblemsAt } from './problems-context';
import { KNOWN_RULES } from './rule-settings';
import { RuleUseField } from './rule-use-field';
import { usePlanEdit } from './use-item-edit';

const PEOPLE = ['LEARNER', 'MENTOR', 'SUPERIOR', 'HR'] as const;
const CHANNELS = ['chat', 'email', 'sms', 'todo', 'inbox'] as const;

/** Reminders hold for the whole plan; at an item they are shown with the way to change them. */
export function PlanReminders() {
  const t = useTranslations('designer.reminders');
  const store = useDesignerStore();
  const reminders = useDesigner((state) => state.document.definition.reminders) ?? [];
  const sentence = useReminderSentence();
  return (
    <>
      {reminders.length === 0 ? (
        <p className={styles.hint}>{t('none')}</p>
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
          {t('editForPlan')}
        </Button>
      </span>
    </>
  );
}

/** A reminder in one line: `截止前 3 天 → 学员、导师 · 聊天`. */
function useReminderSentence(): (reminder: Reminder) => string {
  const t = useTranslations('designer');
  return ({ use, with: settings = {}, to, channels }) => {
    const what = KNOWN_RULES.reminder.some((rule) => rule.use === use)
      ? t(`reminders.sentences.${use.replace('/', '-')}`, {
          weekday: typeof settings.weekday === 'string' ? t(`dates.weekdays.${settings.weekday}`) : '',
          at: String(settings.at ?? ''),
          days: Number(settings.days ?? 0),
          hours: Number(settings.hoursBefore ?? 0),
        })
      : use;
    return t('reminders.sentence', {
      what,
      to: to.map((each) => t(`roles.${each}`)).join(t('card.comma')),
      channels: channels.map((each) => t(`reminders.channels.${each}`)).join(t('card.comma')),
    });
  };
}

/** All reminders of the plan, to be changed. */
export function RemindersFields() {
  const t = useTranslations('designer');
  const edit = usePlanEdit();
  const reminders = useDesigner((state) => state.document.definition.reminders) ?? [];
  const problems = useProblemsAt(undefined, 'reminders');
  const sentence = useReminderSentence();
  const set = (field: string, next: Reminder[]) =>
    edit(`reminders.${field}`, (draft) => {
      draft.reminders = next;
    });
  const add = () => {
    const key = freeKey(new Set(reminders.map((reminder) => reminder.key)), 'reminder');
    const [, rule] = KNOWN_RULES.reminder;
    if (rule) set('add', [...reminders, { key, use: rule.use, with: rule.start, to: ['LEARNER'], channels: ['chat'] }]);
  };
  return (
    <>
      <ul className={styles.list}>
        {reminders.map((reminder, index) => {
          const change = (field: string, next: Reminder) =>
            set(`${reminder.key}.${field}`, reminders.with(index, next));
          return (
            <li key={reminder.key} className={styles.entry}>
              <div className={styles.entryHead}>
                <span className={styles.entryTitle} title={sentence(reminder)}>
                  {sentence(reminder)}
                </span>
                <RemoveButton
                  label={t('reminders.remove', { key: reminder.key })}
                  onClick={() => set('remove', reminders.toSpliced(index, 1))}
                />
              </div>
              <RuleUseField
                part="reminder"
                required
                path={`reminders.${reminder.key}`}
                value={reminder}
                onChange={(rule: RuleUse | undefined) =>
                  rule && change('rule', { ...reminder, use: rule.use, ...(rule.with ? { with: rule.with } : {}) })
                }
              />
              <span className={styles.label}>{t('reminders.to')}</span>
              <div className={styles.chips}>
                {PEOPLE.map((person) => (
                  <CheckField
                    key={person}
                    label={t(`roles.${person}`)}
                    checked={reminder.to.includes(person)}
                    onChange={(checked) => {
                      const to = PEOPLE.filter((each) => (each === person ? checked : reminder.to.includes(each)));
                      if (to.length > 0) change('to', { ...reminder, to });
                    }}
                  />
                ))}
              </div>
              <span className={styles.label}>{t('reminders.by')}</span>
              <div className={styles.chips}>
                {CHANNELS.map((channel) => (
                  <CheckField
                    key={channel}
                    label={t(`reminders.channels.${channel}`)}
                    checked={reminder.channels.includes(channel)}
                    onChange={(checked) => {
                      const channels = CHANNELS.filter((each) =>
                        each === channel ? checked : reminder.channels.includes(each),
                      );
                      if (channels.length > 0) change('channels', { ...reminder, channels });
                    }}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      <FieldProblems problems={problems} />
      <AddButton onClick={add} testId="add-reminder">
        {t('reminders.add')}
      </AddButton>
    </>
  );
}

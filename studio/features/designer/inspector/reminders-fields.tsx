'use client';
import type { Reminder } from '@planwright/schema/definition';
import type { RuleUse } from '@planwright/schema/kinds';
import { fieldsOfSchema } from '@planwright/schema/settings';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CHANNELS } from '@/features/integrations/channels';
import { startValues } from '@/features/schema-form/form-values';
import { freeKey } from '../edits/keys';
import { ProblemSign } from '../problems/problem-sign';
import { useCatalogue } from '../rules/catalogue';
import { RECIPIENTS, recipientsIn } from '../rules/recipients';
import { useRuleProblems } from '../rules/use-rule-problems';
import { useDesigner } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';
import { AddButton, CheckField, FieldProblems, RemoveButton } from './fields';
import styles from './inspector.module.css';
import { useProblemsAt } from './problems-context';
import { RuleUseField } from './rule-use-field';
import { usePlanEdit } from './use-item-edit';
import { useReminderSentence } from './use-reminder-sentence';

/** All reminders of the plan as sentences; one at a time is open to be changed. */
export function RemindersFields() {
  const t = useTranslations('designer');
  const edit = usePlanEdit();
  const language = useLanguage();
  const catalogue = useCatalogue('reminder');
  const reminders = useDesigner((state) => state.document.definition.reminders) ?? [];
  const readOnly = useDesigner((state) => state.readOnly);
  const wanted = useDesigner(({ focusField }) => /^reminders\.([^.]+)/.exec(focusField ?? '')?.[1]);
  const [open, setOpen] = useState<string>();
  const [led, setLed] = useState<string>();
  if (wanted !== led) {
    setLed(wanted);
    if (wanted !== undefined) setOpen(wanted);
  }
  const keys = new Set(reminders.map((reminder) => reminder.key));
  const ofAll = useProblemsAt(undefined, 'reminders').filter((problem) => !keys.has(problem.path[1] ?? ''));
  const set = (field: string, next: Reminder[]) =>
    edit(`reminders.${field}`, (draft) => {
      draft.reminders = next;
    });
  const add = () => {
    const key = freeKey(keys, 'reminder');
    const entry = catalogue.offered.find((each) => each.use === 'core/before-due') ?? catalogue.offered[0];
    if (!entry) return;
    const settings = startValues(fieldsOfSchema(entry.configSchema, language)) as NonNullable<RuleUse['with']>;
    set('add', [
      ...reminders,
      { key, use: entry.use, with: settings, to: startOf(entry.configSchema), channels: ['chat'] },
    ]);
    setOpen(key);
  };
  return (
    <>
      {reminders.length === 0 && <p className={styles.hint}>{t('reminders.none')}</p>}
      <ul className={styles.list}>
        {reminders.map((reminder, index) => (
          <OneReminder
            key={reminder.key}
            reminder={reminder}
            open={open === reminder.key}
            onToggle={() => setOpen(open === reminder.key ? undefined : reminder.key)}
            onChange={(field, next) => set(`${reminder.key}.${field}`, reminders.with(index, next))}
            onRemove={() => set('remove', reminders.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <FieldProblems problems={ofAll} />
      {!readOnly && catalogue.offered.length > 0 && (
        <AddButton onClick={add} testId="add-reminder">
          {t('reminders.add')}
        </AddButton>
      )}
    </>
  );
}

/** The recipients that a new reminder of a rule starts with; the plan language wants somebody, also where the rule itself decides. */
function startOf(schema: unknown): Reminder['to'] {
  const recipients = recipientsIn(schema);
  return recipients.by === 'PLAN' ? recipients.start : ['LEARNER'];
}

function OneReminder({
  reminder,
  open,
  onToggle,
  onChange,
  onRemove,
}: {
  reminder: Reminder;
  open: boolean;
  onToggle: () => void;
  onChange: (field: string, next: Reminder) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('designer');
  const sentence = useReminderSentence()(reminder);
  const readOnly = useDesigner((state) => state.readOnly);
  const { all } = useRuleProblems(undefined, `reminders.${reminder.key}`);
  const catalogue = useCatalogue('reminder');
  const schemaOf = (use: string): unknown => catalogue.find(use)?.configSchema;
  const errors = all.filter((problem) => problem.severity === 'ERROR').length;
  return (
    <li className={styles.reminder} data-open={open || undefined}>
      <div className={styles.entryHead}>
        <button type="button" className={styles.reminderHead} aria-expanded={open} onClick={onToggle} title={sentence}>
          <ChevronDown size={15} aria-hidden className={styles.chevron} />
          <span>{sentence}</span>
        </button>
        <ProblemSign errors={errors} warnings={all.length - errors} />
        {!readOnly && <RemoveButton label={t('reminders.remove', { key: reminder.key })} onClick={onRemove} />}
      </div>
      {open && (
        <div className={styles.reminderBody}>
          <RuleUseField
            part="reminder"
            required
            path={`reminders.${reminder.key}`}
            value={reminder}
            onChange={(rule: RuleUse | undefined) => {
              if (!rule) return;
              const { with: _, ...rest } = reminder;
              // Another rule is about other people.
              const to = rule.use === reminder.use ? reminder.to : startOf(schemaOf(rule.use));
              onChange('rule', { ...rest, to, use: rule.use, ...(rule.with ? { with: rule.with } : {}) });
            }}
          />
          {recipientsIn(schemaOf(reminder.use)).by === 'RULE' ? (
            <p className={styles.hint}>{t('reminders.byRule')}</p>
          ) : (
            <Several
              label={t('reminders.to')}
              options={RECIPIENTS.map((person) => ({ value: person, label: t(`roles.${person}`) }))}
              chosen={reminder.to}
              onChange={(to) => onChange('to', { ...reminder, to })}
            />
          )}
          <Several
            label={t('reminders.by')}
            options={CHANNELS.map((channel) => ({ value: channel, label: t(`reminders.channels.${channel}`) }))}
            chosen={reminder.channels}
            onChange={(channels) => onChange('channels', { ...reminder, channels })}
          />
        </div>
      )}
    </li>
  );
}

/** Some of a few, at least one: the last that is ticked stays. */
function Several<Value extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}) {
  return (
    <fieldset className={styles.several}>
      <legend className={styles.label}>{label}</legend>
      {options.map((option) => (
        <CheckField
          key={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          onChange={(checked) => {
            const next = options
              .map((each) => each.value)
              .filter((each) => (each === option.value ? checked : chosen.includes(each)));
            if (next.length > 0) onChange(next);
          }}
        />
      ))}
    </fieldset>
  );
}

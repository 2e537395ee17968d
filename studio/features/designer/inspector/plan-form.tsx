'use client';
import { cnCalendar } from '@planwright/schema/calendar';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DepartmentsPicker } from '@/features/pickers/department-picker';
import { JobRolesPicker } from '@/features/pickers/job-role-picker';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { FieldProblems, SelectField } from './fields';
import { GrantsField } from './grants-field';
import styles from './inspector.module.css';
import { KeyField } from './key-field';
import { DescriptionField, LocalizedField } from './localized-field';
import type { Outcome } from './outcomes-field';
import { OutcomesField } from './outcomes-field';
import { PersonField } from './person-field';
import { useProblemsAt } from './problems-context';
import { RemindersFields } from './reminders-fields';
import { RuleUseField } from './rule-use-field';
import { Section } from './section';
import { usePlanEdit } from './use-item-edit';

/** Everything about the plan as a whole; shown while nothing is selected. */
export function PlanForm() {
  const t = useTranslations('designer');
  const definition = useDesigner((state) => state.document.definition);
  const { text } = useCanvasWords();
  const edit = usePlanEdit();
  const titleProblems = useProblemsAt(undefined, 'title');
  const audienceProblems = useProblemsAt(undefined, 'audience');
  const calendarProblems = useProblemsAt(undefined, 'calendar');
  const own = useProblemsAt(undefined);
  const readOnly = useDesigner((state) => state.readOnly);
  const wantsReminders = useDesigner((state) => state.focusField?.split('.')[0] === 'reminders');
  const reminders = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wantsReminders) reminders.current?.scrollIntoView({ block: 'start' });
  }, [wantsReminders]);

  const { audience = {}, calendar, grants = [], outcomes = [], scoring } = definition;
  const setAudience = (field: string, next: typeof audience) =>
    edit(`audience.${field}`, (draft) => {
      draft.audience = next;
    });
  const items = definition.stages.reduce((sum, stage) => sum + stage.items.length, 0);
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>{text(definition.title)}</h2>
      <span className={styles.kind}>{t('plan.summary', { stages: definition.stages.length, items })}</span>
      <p className={styles.hint}>{t('plan.hint')}</p>
      <FieldProblems problems={own} />

      <Section name="what" title={t('sections.what')}>
        <LocalizedField
          name="title"
          label={t('fields.title')}
          value={definition.title}
          onChange={(title, language) =>
            edit(`title.${language}`, (draft) => {
              draft.title = title;
            })
          }
        />
        <FieldProblems problems={titleProblems} />
        <DescriptionField
          label={t('fields.description')}
          value={definition.description}
          onChange={(description, language) =>
            edit(`description.${language}`, (draft) => {
              if (description) draft.description = description;
              else delete draft.description;
            })
          }
        />
        <KeyField value={definition.key} editable={false} onRename={() => false} />
      </Section>

      <Section name="audience" title={t('plan.audience')}>
        <JobRolesPicker
          fieldName="audience.jobRoles"
          label={t('plan.jobRoles')}
          placeholder={t(audience.jobRoles?.length ? 'jobRoles.more' : 'jobRoles.all')}
          readOnly={readOnly}
          values={audience.jobRoles ?? []}
          onChange={(jobRoles) => {
            const { jobRoles: _, ...rest } = audience;
            setAudience('jobRoles', jobRoles.length > 0 ? { ...rest, jobRoles } : rest);
          }}
        />
        <DepartmentsPicker
          by="key"
          fieldName="audience.departments"
          label={t('plan.departments')}
          placeholder={t(audience.departments?.length ? 'departments.more' : 'departments.all')}
          readOnly={readOnly}
          values={audience.departments ?? []}
          onChange={(departments) => {
            const { departments: _, ...rest } = audience;
            setAudience('departments', departments.length > 0 ? { ...rest, departments } : rest);
          }}
        />
        <PersonField
          optional
          name="audience.when"
          label={t('plan.when')}
          value={audience.when ?? ''}
          onChange={(when) => {
            const { when: _, ...rest } = audience;
            setAudience('when', when === '' ? rest : { ...rest, when });
          }}
        />
        <FieldProblems problems={audienceProblems} />
      </Section>

      <Section name="when" title={t('sections.when')}>
        <SelectField
          name="calendar"
          label={t('plan.calendar')}
          value={calendar ?? ''}
          options={[
            { value: '', label: t('plan.calendars.none') },
            { value: cnCalendar.key, label: t('plan.calendars.cn') },
            ...(calendar && calendar !== cnCalendar.key ? [{ value: calendar, label: calendar }] : []),
          ]}
          onChange={(next) =>
            edit('calendar', (draft) => {
              if (next === '') delete draft.calendar;
              else draft.calendar = next;
            })
          }
        />
        <FieldProblems problems={calendarProblems} />
      </Section>

      <div ref={reminders}>
        <Section name="plan-reminders" title={t('sections.reminders')} opensFor="reminders">
          <RemindersFields />
        </Section>
      </div>

      <Section name="plan-score" title={t('sections.score')} note={scoring?.use} opensFor="scoring">
        <RuleUseField
          part="scoring"
          path="scoring"
          value={scoring}
          onChange={(next) =>
            edit('scoring', (draft) => {
              if (next) draft.scoring = next;
              else delete draft.scoring;
            })
          }
        />
      </Section>

      <Section
        name="outcomes"
        title={t('plan.outcomes')}
        startsFolded
        note={t('plan.outcomeCount', { count: outcomes.length })}
      >
        <OutcomesField
          value={outcomes}
          onChange={(field, next: Outcome[]) =>
            edit(`outcomes.${field}`, (draft) => {
              draft.outcomes = next;
            })
          }
        />
      </Section>

      {grants.length > 0 && (
        <Section name="grants" title={t('plan.grants')} note={grants.join(', ')} opensFor="grants">
          <GrantsField
            value={grants}
            onChange={(next) =>
              edit('grants', (draft) => {
                if (next.length > 0) draft.grants = next;
                else delete draft.grants;
              })
            }
          />
        </Section>
      )}
    </div>
  );
}

'use client';
import type { Stage } from '@planwright/schema/definition';
import type { Approval, Item, ItemKind, ItemOf } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { AddButton, FieldProblems, NumberField, RemoveButton, SelectField, TextField } from './fields';
import styles from './inspector.module.css';
import { useProblemsAt } from './problems-context';
import { REVIEWERS } from './reviewers';
import { SurveyFields } from './survey-fields';
import { TaskFields } from './task-fields';
import { useItemEdit } from './use-item-edit';

type Fields = { [K in ItemKind]: ComponentType<{ item: ItemOf<K>; stage: Stage }> };

const FIELDS: Fields = {
  COURSE: CourseFields,
  TASK: TaskFields,
  ASSESSMENT: AssessmentFields,
  APPROVAL: ApprovalFields,
  MEETING: MeetingFields,
  SURVEY: SurveyFields,
};

/** How each kind of item comes to its end. */
export function DoneFields({ item, stage }: { item: Item; stage: Stage }) {
  const OfKind = FIELDS[item.kind] as ComponentType<{ item: Item; stage: Stage }>;
  return <OfKind item={item} stage={stage} />;
}

function CourseFields({ item }: { item: ItemOf<'COURSE'> }) {
  const t = useTranslations('designer.course');
  const edit = useItemEdit(item);
  const course = item.course ?? { done: 'MARKED' as const };
  const problems = useProblemsAt(item.key, 'course');
  const set = (field: string, next: typeof course) =>
    edit(`course.${field}`, (each) => {
      each.course = next;
    });
  return (
    <>
      <SelectField
        name="course.done"
        label={t('done')}
        value={course.done}
        options={(['MARKED', 'EXTERNAL', 'MIN_SCORE'] as const).map((value) => ({ value, label: t(`ways.${value}`) }))}
        onChange={(done) => {
          const address = course.url === undefined ? {} : { url: course.url };
          set('done', done === 'MIN_SCORE' ? { ...address, done, score: 60 } : { ...address, done });
        }}
      />
      {course.done === 'MIN_SCORE' && (
        <NumberField
          label={t('score')}
          value={course.score}
          min={0}
          max={100}
          step="any"
          onChange={(score) => score !== undefined && set('score', { ...course, score })}
        />
      )}
      <TextField
        name="course.url"
        type="url"
        label={t('url')}
        placeholder="https://"
        value={course.url ?? ''}
        onChange={(url) => {
          const { url: _, ...rest } = course;
          set('url', url === '' ? (rest as typeof course) : { ...course, url });
        }}
      />
      <FieldProblems problems={problems} />
    </>
  );
}

function AssessmentFields({ item }: { item: ItemOf<'ASSESSMENT'> }) {
  const t = useTranslations('designer.assessment');
  const edit = useItemEdit(item);
  const set = (field: 'passMark' | 'attempts', value: number | undefined) =>
    edit(`assessment.${field}`, (each) => {
      if (value !== undefined) each.assessment[field] = value;
      else if (field === 'attempts') delete each.assessment.attempts;
    });
  return (
    <div className={styles.row}>
      <NumberField
        name="assessment.passMark"
        label={t('passMark')}
        value={item.assessment.passMark}
        min={0}
        max={100}
        step="any"
        onChange={(value) => set('passMark', value)}
      />
      <NumberField
        name="assessment.attempts"
        label={t('attempts')}
        optional
        value={item.assessment.attempts}
        min={1}
        max={100}
        onChange={(value) => set('attempts', value)}
      />
    </div>
  );
}

function ApprovalFields({ item }: { item: ItemOf<'APPROVAL'> }) {
  const t = useTranslations('designer.approval');
  const roles = useTranslations('designer.roles');
  const edit = useItemEdit(item);
  const { levels } = item.approval;
  const set = (field: string, next: Approval['levels']) =>
    edit(`approval.${field}`, (each) => {
      each.approval.levels = next;
    });
  return (
    <>
      <ol className={styles.list}>
        {levels.map((level, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: levels have no identity but their place
          <li key={index} className={styles.entry}>
            <div className={styles.entryHead}>
              <span className={styles.entryTitle}>{t('level', { number: index + 1 })}</span>
              {levels.length > 1 && (
                <RemoveButton
                  label={t('remove', { number: index + 1 })}
                  onClick={() => set('remove', levels.toSpliced(index, 1))}
                />
              )}
            </div>
            <div className={styles.row}>
              <SelectField
                label={t('by')}
                value={level.by}
                options={REVIEWERS.map((value) => ({ value, label: roles(value) }))}
                onChange={(by) => set(`${index}.by`, levels.with(index, { ...level, by }))}
              />
              <SelectField
                label={t('mode')}
                value={level.mode ?? 'ANY'}
                options={(['ANY', 'ALL'] as const).map((value) => ({ value, label: t(`modes.${value}`) }))}
                onChange={(mode) => set(`${index}.mode`, levels.with(index, { ...level, mode }))}
              />
            </div>
          </li>
        ))}
      </ol>
      {levels.length < 10 && (
        <AddButton onClick={() => set('add', [...levels, { by: 'SUPERIOR', mode: 'ANY' }])}>{t('add')}</AddButton>
      )}
    </>
  );
}

function MeetingFields({ item }: { item: ItemOf<'MEETING'> }) {
  const t = useTranslations('designer.meeting');
  const roles = useTranslations('designer.roles');
  const edit = useItemEdit(item);
  return (
    <div className={styles.row}>
      <SelectField
        name="meeting.with"
        label={t('with')}
        value={item.meeting.with}
        options={REVIEWERS.map((value) => ({ value, label: roles(value) }))}
        onChange={(value) =>
          edit('meeting.with', (each) => {
            each.meeting.with = value;
          })
        }
      />
      <NumberField
        name="meeting.minutes"
        label={t('minutes')}
        optional
        value={item.meeting.minutes}
        min={1}
        max={1440}
        onChange={(minutes) =>
          edit('meeting.minutes', (each) => {
            if (minutes === undefined) delete each.meeting.minutes;
            else each.meeting.minutes = minutes;
          })
        }
      />
    </div>
  );
}

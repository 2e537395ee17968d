'use client';
import type { ItemOf, Survey } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { freeKey } from '../edits/keys';
import { AddButton, NumberField, RemoveButton, SelectField } from './fields';
import styles from './inspector.module.css';
import { LocalizedField } from './localized-field';
import { useItemEdit } from './use-item-edit';

/** Who answers and what is asked. */
export function SurveyFields({ item }: { item: ItemOf<'SURVEY'> }) {
  const t = useTranslations('designer.survey');
  const edit = useItemEdit(item);
  const { respondents, questions } = item.survey;
  const change = (field: string, run: (survey: Survey) => void) => edit(`survey.${field}`, (each) => run(each.survey));
  const set = (field: string, next: Survey['questions']) =>
    change(field, (survey) => {
      survey.questions = next;
    });
  const add = () => {
    const key = freeKey(new Set(questions.map((question) => question.key)), 'question');
    set('add', [...questions, { key, text: { 'zh-CN': '新问题', en: 'New question' }, scale: 5 }]);
  };
  return (
    <>
      <SelectField
        name="survey.respondents"
        label={t('respondents')}
        value={respondents}
        options={(['SUPERIOR', 'TEAM', 'LEARNER'] as const).map((value) => ({ value, label: t(`who.${value}`) }))}
        onChange={(value) =>
          change('respondents', (survey) => {
            survey.respondents = value;
          })
        }
      />
      <ol className={styles.list}>
        {questions.map((question, index) => (
          <li key={question.key} className={styles.entry}>
            <div className={styles.entryHead}>
              <span className={styles.entryTitle}>{t('question', { number: index + 1 })}</span>
              {questions.length > 1 && (
                <RemoveButton
                  label={t('remove', { number: index + 1 })}
                  onClick={() => set('remove', questions.toSpliced(index, 1))}
                />
              )}
            </div>
            <LocalizedField
              name={`survey.questions.${question.key}.text`}
              label={t('text')}
              value={question.text}
              onChange={(text, language) =>
                set(`${question.key}.${language}`, questions.with(index, { ...question, text }))
              }
            />
            <NumberField
              label={t('scale')}
              value={question.scale}
              min={2}
              max={10}
              onChange={(scale) =>
                scale !== undefined && set(`${question.key}.scale`, questions.with(index, { ...question, scale }))
              }
            />
          </li>
        ))}
      </ol>
      {questions.length < 50 && <AddButton onClick={add}>{t('add')}</AddButton>}
    </>
  );
}

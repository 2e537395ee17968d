'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/features/ui/button';
import styles from './open-dialog.module.css';
import { MOST_QUESTIONS, type OwnQuestion, withOneMore } from './own-questions';

const SCALES = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Questions written for this round. */
export function QuestionEditor({
  questions,
  onChange,
}: {
  questions: readonly OwnQuestion[];
  onChange: (questions: OwnQuestion[]) => void;
}) {
  const t = useTranslations('surveys.dialog');
  const change = (id: number, part: Partial<OwnQuestion>) =>
    onChange(questions.map((question) => (question.id === id ? { ...question, ...part } : question)));
  return (
    <div className={styles.questions}>
      {questions.map(({ id, text, scale }, index) => (
        <div key={id} className={styles.question}>
          <input
            className={styles.input}
            aria-label={t('question', { number: index + 1 })}
            placeholder={t('questionExample')}
            maxLength={500}
            value={text}
            onChange={(event) => change(id, { text: event.target.value })}
          />
          <select
            className={styles.input}
            aria-label={t('scaleOf', { number: index + 1 })}
            value={scale}
            onChange={(event) => change(id, { scale: Number(event.target.value) })}
          >
            {SCALES.map((each) => (
              <option key={each} value={each}>
                {t('scale', { scale: each })}
              </option>
            ))}
          </select>
          <Button
            look="quiet"
            icon={<X size={16} aria-hidden />}
            aria-label={t('removeQuestion', { number: index + 1 })}
            disabled={questions.length === 1}
            onClick={() => onChange(questions.filter((question) => question.id !== id))}
          />
        </div>
      ))}
      <p className={styles.hint}>{t('questionsHint')}</p>
      <div>
        <Button
          icon={<Plus size={16} aria-hidden />}
          disabled={questions.length >= MOST_QUESTIONS}
          onClick={() => onChange(withOneMore(questions))}
        >
          {t('addQuestion')}
        </Button>
      </div>
    </div>
  );
}

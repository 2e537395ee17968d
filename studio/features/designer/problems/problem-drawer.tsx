'use client';
import type { Problem } from '@planwright/schema/definition';
import { textIn } from '@planwright/schema/text';
import { ChevronUp, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { findItem, findStage } from '../edits/find';
import { useCanvasHandle, useDesigner, useDesignerStore } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';
import { placeOf } from './locate';
import { ProblemSign } from './problem-sign';
import styles from './problems.module.css';

/** Everything that is wrong, below the canvas; a row leads to the place and the field. */
export function ProblemDrawer({
  problems,
  open,
  onToggle,
  running,
}: {
  problems: readonly Problem[];
  open: boolean;
  onToggle: (open: boolean) => void;
  /** People in the plan now. */
  running: number;
}) {
  const t = useTranslations('designer.problems');
  const language = useLanguage();
  const store = useDesignerStore();
  const canvas = useCanvasHandle();
  const definition = useDesigner((state) => state.document.definition);
  const errors = problems.filter((problem) => problem.severity === 'ERROR').length;
  const first = problems[0];

  const titleOf = (problem: Problem): string => {
    const { target } = placeOf(definition, problem.path);
    if (target === undefined) return t('plan');
    const text = findItem(definition, target)?.item.title ?? findStage(definition, target)?.title;
    return text ? textIn(text, language) || target : t('link');
  };
  const show = (problem: Problem): void => {
    const { target, field } = placeOf(definition, problem.path);
    store.getState().select(target === undefined ? [] : [target], field.join('.') || undefined);
    if (target !== undefined) canvas.current?.reveal(target);
  };

  return (
    <section className={styles.drawer} aria-label={t('title')} data-testid="problems" data-count={problems.length}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        disabled={problems.length === 0}
        onClick={() => onToggle(!open)}
      >
        {first ? (
          <>
            <ProblemSign errors={errors} warnings={problems.length - errors} />
            <span>{t('count', { errors, warnings: problems.length - errors })}</span>
            <span className={styles.first}>{open ? '' : textIn(first.message, language)}</span>
          </>
        ) : (
          <>
            <span className={styles.fine}>
              <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
              {t('none')}
            </span>
            <span className={styles.first} />
          </>
        )}
        {running > 0 && <span className={styles.running}>{t('running', { count: running })}</span>}
        {first && <ChevronUp size={16} aria-hidden className={styles.chevron} />}
      </button>
      {open && first && (
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.path.join('.')} ${textIn(problem.message, language)}`}>
              <button
                type="button"
                className={styles.problem}
                data-severity={problem.severity}
                onClick={() => show(problem)}
              >
                {problem.severity === 'ERROR' ? (
                  <CircleAlert size={15} aria-label={t('error')} />
                ) : (
                  <TriangleAlert size={15} aria-label={t('warning')} />
                )}
                <span className={styles.where}>{titleOf(problem)}</span>
                <span>{textIn(problem.message, language)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

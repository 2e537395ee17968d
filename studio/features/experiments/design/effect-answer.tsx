'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { useQuery } from 'urql';
import { figure } from '@/features/charts/figures';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { Skeleton } from '@/features/ui/skeleton';
import { EffectRuler } from '../effect-ruler';
import { inUnit, smallestText } from '../in-unit';
import styles from './design.module.css';
import { effectBefore } from './documents';
import { type Draft, numberTyped, sightOf } from './draft';

/** What the people chosen so far could show, before anything is created: asked again with every change. */
export function EffectAnswer({ draft }: { draft: Draft }) {
  const t = useTranslations('experiments');
  const { planKey, metricKey, people, unit, versionIds } = useDeferredValue(draft);
  const isAsked = planKey !== '' && metricKey !== '' && people.length >= 2;
  const [{ data, error, fetching }] = useQuery({
    query: effectBefore,
    variables: {
      input: { planKey, metricKey, personIds: people.map(({ id }) => id), unit, versionCount: versionIds.length },
    },
    pause: !isAsked,
  });
  if (!isAsked) return <p className={styles.quiet}>{t('effect.notYet')}</p>;
  if (error) return <FailureNote error={error} />;
  const answer = data?.detectableEffect;
  if (!answer || fetching) {
    return (
      <div className={styles.answer} role="status" aria-label={t('effect.asking')}>
        <Skeleton height={40} />
        <Skeleton width="60%" />
      </div>
    );
  }
  const smallest = numberTyped(draft.smallestEffect);
  const sight = sightOf(answer.effect, smallest);
  const words = {
    effect: inUnit(figure(answer.effect ?? 0), answer.unit),
    smallest: smallestText(smallest || 0, answer.unit),
  };
  return (
    <div className={styles.answer} data-testid="effect-answer">
      {answer.effect != null && <EffectRuler effect={answer.effect} smallest={smallest} unit={answer.unit} />}
      <p className={styles.sentence} aria-live="polite">
        {answer.sentence}
      </p>
      {sight === 'enough' && <Note tone="ok" title={t('effect.enough', words)} />}
      {sight === 'blunt' && (
        <Note tone="warn" title={t('effect.blunt', words)}>
          {t('effect.bluntNext')}
        </Note>
      )}
    </div>
  );
}

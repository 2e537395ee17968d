'use client';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { figure, tickText } from '@/features/charts/figures';
import { Axis } from '@/features/charts/range-bar';
import { placeOf, scaleOver } from '@/features/charts/scale';
import styles from './effect-ruler.module.css';
import { inUnit, smallestText } from './in-unit';

/**
 * A ruler of differences: from where on this many people can show one, and where the smallest that matters lies. What cannot be
 * seen is hatched, so that it does not take colour to tell.
 */
export function EffectRuler({
  effect,
  smallest,
  unit,
}: {
  effect: number;
  /** NaN while it is not known. */
  smallest: number;
  unit: string | null | undefined;
}) {
  const t = useTranslations('experiments');
  const scale = scaleOver([0, effect * 1.6, smallest * 1.4]);
  const at = (value: number) => `${placeOf(value, scale)}%`;
  const seen = inUnit(figure(effect), unit);
  const matters = smallest > 0 ? smallestText(smallest, unit) : undefined;
  return (
    <div
      className={styles.ruler}
      role="img"
      aria-label={
        matters ? t('ruler.label', { effect: seen, smallest: matters }) : t('ruler.labelOpen', { effect: seen })
      }
    >
      <div className={styles.words} aria-hidden>
        <span style={{ '--at': at(effect) } as CSSProperties} data-end={placeOf(effect, scale) > 55 || undefined}>
          {t('ruler.seen', { effect: seen })}
        </span>
      </div>
      <div className={styles.track} style={{ '--from': at(effect) } as CSSProperties} aria-hidden>
        <span className={styles.unseen} />
        <span className={styles.seen} />
        {smallest > 0 && <span className={styles.flag} style={{ left: at(smallest) }} />}
      </div>
      <Axis scale={scale} text={tickText} />
      {matters && (
        <div className={styles.words} data-below aria-hidden>
          <span style={{ '--at': at(smallest) } as CSSProperties} data-end={placeOf(smallest, scale) > 55 || undefined}>
            {t('ruler.matters', { smallest: matters })}
          </span>
        </div>
      )}
    </div>
  );
}

import styles from './charts.module.css';
import { placeOf, type Scale, stretchOf } from './scale';

export interface Band {
  from: number;
  to: number;
}

export interface Range {
  low: number | null;
  high: number | null;
  middle: number | null;
}

const HEIGHT = 28;
const MIDDLE = HEIGHT / 2;

/**
 * An interval with its middle on a scale: how sure a figure is, at a glance. `mark` is a target or the place of no
 * difference, `band` what is too small to matter. `label` says all of it in words.
 */
export function RangeBar({
  range: { low, high, middle },
  scale,
  label,
  mark,
  target,
  band,
  shape = 'dot',
  size = 5,
}: {
  range: Range;
  scale: Scale;
  label: string;
  mark?: number | undefined;
  target?: number | undefined;
  band?: Band | undefined;
  /** A dot for one figure, a square for one cohort among several, a diamond for what they say together. */
  shape?: 'dot' | 'square' | 'diamond';
  /** Half the width of the square. */
  size?: number;
}) {
  const bar = low === null || high === null ? undefined : stretchOf(low, high, scale);
  const within = band && stretchOf(band.from, band.to, scale);
  return (
    <svg className={styles.bar} height={HEIGHT} role="img" aria-label={label}>
      {within && (
        <rect className={styles.band} x={`${within.start}%`} width={`${within.width}%`} y={0} height={HEIGHT} />
      )}
      <line className={styles.track} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {mark !== undefined && <Upright className={styles.mark} at={placeOf(mark, scale)} />}
      {target !== undefined && <Upright className={styles.target} at={placeOf(target, scale)} />}
      {bar && (
        <line
          className={styles.interval}
          x1={`${bar.start}%`}
          x2={`${bar.start + bar.width}%`}
          y1={MIDDLE}
          y2={MIDDLE}
        />
      )}
      {middle !== null && <Middle at={placeOf(middle, scale)} shape={shape} size={size} />}
    </svg>
  );
}

const Upright = ({ className, at }: { className: string | undefined; at: number }) => (
  <line className={className} x1={`${at}%`} x2={`${at}%`} y1={0} y2={HEIGHT} />
);

function Middle({ at, shape, size }: { at: number; shape: 'dot' | 'square' | 'diamond'; size: number }) {
  if (shape === 'dot') return <circle className={styles.middle} cx={`${at}%`} cy={MIDDLE} r={size} />;
  // A nested picture carries the percentage, so that the shape itself is drawn in pixels.
  return (
    <svg x={`${at}%`} y={MIDDLE} overflow="visible" aria-hidden>
      <rect
        className={styles.middle}
        x={-size}
        y={-size}
        width={2 * size}
        height={2 * size}
        transform={shape === 'diamond' ? 'rotate(45)' : undefined}
      />
    </svg>
  );
}

/** The ticks under a column of bars. */
export function Axis({ scale, text }: { scale: Scale; text: (tick: number) => string }) {
  return (
    <svg className={styles.axis} height={22} aria-hidden>
      {scale.ticks.map((tick) => {
        const at = placeOf(tick, scale);
        const anchor = at < 8 ? 'start' : at > 92 ? 'end' : 'middle';
        return (
          <g key={tick}>
            <line className={styles.tick} x1={`${at}%`} x2={`${at}%`} y1={0} y2={4} />
            <text
              className={styles.tickText}
              x={`${anchor === 'start' ? 0 : anchor === 'end' ? 100 : at}%`}
              y={18}
              textAnchor={anchor}
            >
              {text(tick)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

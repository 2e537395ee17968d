import styles from './charts.module.css';
import { placeOf, type Scale } from './scale';
import { stackDots } from './stack-dots';

const RADIUS = 4;
/** Width of a dot in percent of a chart of usual width; on a phone dots may touch. */
const GAP = 1.6;

/** One dot a person, with a line at their mean. Nobody is named, and dots do not tell who is who. */
export function DotStrip({
  values,
  scale,
  label,
  mean,
  mark,
}: {
  values: readonly number[];
  scale: Scale;
  label: string;
  mean?: number | null | undefined;
  mark?: number | undefined;
}) {
  const dots = stackDots(values, scale, GAP);
  const levels = Math.max(1, ...dots.map(({ level }) => Math.abs(level)));
  const middle = levels * RADIUS * 2 + RADIUS + 2;
  return (
    <svg className={styles.bar} height={2 * middle} role="img" aria-label={label}>
      {mark !== undefined && (
        <line
          className={styles.mark}
          x1={`${placeOf(mark, scale)}%`}
          x2={`${placeOf(mark, scale)}%`}
          y1={0}
          y2="100%"
        />
      )}
      {dots.map(({ place, level }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity, on purpose
        <circle key={index} className={styles.dot} cx={`${place}%`} cy={middle - level * RADIUS * 2} r={RADIUS} />
      ))}
      {mean != null && (
        <line
          className={styles.mean}
          x1={`${placeOf(mean, scale)}%`}
          x2={`${placeOf(mean, scale)}%`}
          y1={2}
          y2={2 * middle - 2}
        />
      )}
    </svg>
  );
}

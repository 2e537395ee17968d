import styles from './charts.module.css';
import { percent } from './figures';
import { placeOf, type Scale } from './scale';

/** Limits at a size: between `low` and `high` by chance alone. */
export interface FunnelLimit {
  of: number;
  warnLow: number;
  warnHigh: number;
  alarmLow: number;
  alarmHigh: number;
}

export interface FunnelPoint {
  key: string;
  name: string;
  of: number;
  share: number;
  /** Outside the outer limits. */
  alarming: boolean;
}

const HEIGHT = 280;
const TOP = 8;
const BOTTOM = 24;
const LEFT = 44;

/** From share to pixels, the whole upwards. */
const depth = (share: number, scale: Scale): number =>
  TOP + (1 - (share - scale.low) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM);

/** Height of a name, and what fits beside its mark on a phone: that many Latin letters, half of it in Chinese. */
const LINE = 16;
const ROOM = 20;

/** How far each name moves from its mark so that no two stand on one line. */
function namesApart(points: readonly FunnelPoint[], heightOf: (share: number) => number): Map<string, number> {
  const shifts = new Map<string, number>();
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { key, share } of points.filter(({ alarming }) => alarming).toSorted((a, b) => b.share - a.share)) {
    const own = heightOf(share);
    const place = Math.max(own, lowest + LINE);
    shifts.set(key, place - own);
    lowest = place;
  }
  return shifts;
}

/** A name that fits; the whole one is in the tooltip and in the table below. */
function shortened(name: string): string {
  let width = 0;
  for (const [at, letter] of [...name].entries()) {
    width += /\p{Script=Han}/u.test(letter) ? 2 : 1;
    if (width > ROOM) return `${[...name].slice(0, at).join('').trimEnd()}…`;
  }
  return name;
}

/**
 * Shares against how many cases they rest on, inside the limits that chance alone keeps: few cases may scatter widely, many
 * may not. Mentors outside the outer limits are named and drawn as diamonds.
 */
export function FunnelPlot({
  points,
  limits,
  rate,
  across,
  upward,
  label,
}: {
  points: readonly FunnelPoint[];
  limits: readonly FunnelLimit[];
  /** The share of all together. */
  rate: number;
  /** Number of cases. */
  across: Scale;
  /** Shares. */
  upward: Scale;
  label: string;
}) {
  const curve = (pick: (limit: FunnelLimit) => number): string =>
    limits
      .map(
        (limit, i) =>
          `${i === 0 ? 'M' : 'L'}${placeOf(limit.of, across).toFixed(2)} ${depth(pick(limit), upward).toFixed(1)}`,
      )
      .join('');
  const middle = depth(rate, upward);
  const shifts = namesApart(points, (share) => depth(share, upward));
  return (
    <div className={styles.plot} role="img" aria-label={label}>
      <svg width={LEFT} height={HEIGHT} aria-hidden>
        {upward.ticks.map((tick) => (
          <text key={tick} className={styles.tickText} x={LEFT - 8} y={depth(tick, upward) + 4} textAnchor="end">
            {percent(tick)}
          </text>
        ))}
      </svg>
      <svg className={styles.bar} height={HEIGHT} aria-hidden>
        <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
          <title>{label}</title>
          <path className={styles.alarm} d={curve(({ alarmLow }) => alarmLow)} />
          <path className={styles.alarm} d={curve(({ alarmHigh }) => alarmHigh)} />
          <path className={styles.warn} d={curve(({ warnLow }) => warnLow)} />
          <path className={styles.warn} d={curve(({ warnHigh }) => warnHigh)} />
          <path className={styles.rate} d={`M0 ${middle}L100 ${middle}`} />
        </svg>
        {points.map(({ key, name, of, share, alarming }) => {
          const at = placeOf(of, across);
          return (
            <svg key={key} x={`${at}%`} y={depth(share, upward)} overflow="visible">
              <title>{`${name} · ${percent(share)}`}</title>
              {alarming ? (
                <rect className={styles.outside} x={-5} y={-5} width={10} height={10} transform="rotate(45)" />
              ) : (
                <circle className={styles.middle} r={5} />
              )}
              {alarming && (
                <text
                  className={styles.pointName}
                  x={at > 50 ? -12 : 12}
                  y={5 + (shifts.get(key) ?? 0)}
                  textAnchor={at > 50 ? 'end' : 'start'}
                >
                  {shortened(name)}
                </text>
              )}
            </svg>
          );
        })}
        {across.ticks.map((tick) => (
          <text
            key={tick}
            className={styles.tickText}
            x={`${placeOf(tick, across)}%`}
            y={HEIGHT - 6}
            textAnchor="middle"
          >
            {tick}
          </text>
        ))}
      </svg>
    </div>
  );
}

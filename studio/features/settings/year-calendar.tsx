'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './settings.module.css';
import { kindOfDay, monthOf, plusDays, type YearDays } from './year-days';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The twelve months of a year. A day is turned by pressing it; arrows go from day to day. */
export function YearCalendar({
  year,
  days,
  onTurn,
}: {
  year: number;
  days: YearDays;
  /** Absent = to look at. */
  onTurn?: ((date: string) => void) | undefined;
}) {
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(`${year}-01-01`);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });
  // 5 to 11 January 2026 are a Monday to a Sunday.
  const weekdays = Array.from({ length: 7 }, (_, index) => short.format(new Date(Date.UTC(2026, 0, 5 + index))));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const next = plusDays(reached, step);
    if (!next.startsWith(String(year))) return;
    event.preventDefault();
    setReached(next);
    box.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the days in it
    <div ref={box} className={styles.year} onKeyDown={onKeyDown}>
      {MONTHS.map((month) => {
        const { dates, before } = monthOf(year, month);
        return (
          <section
            key={month}
            className={styles.month}
            aria-label={name.format(new Date(Date.UTC(year, month - 1, 1)))}
          >
            <h3 className={styles.monthName}>{name.format(new Date(Date.UTC(year, month - 1, 1)))}</h3>
            <div className={styles.week} aria-hidden>
              {weekdays.map((weekday, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: weekdays never change places
                <span key={index}>{weekday}</span>
              ))}
            </div>
            <div className={styles.days}>
              {dates.map((date, index) => (
                <Day
                  key={date}
                  date={date}
                  days={days}
                  column={index === 0 ? before + 1 : undefined}
                  isReached={date === reached}
                  onReach={() => setReached(date)}
                  onTurn={onTurn}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function Day({
  date,
  days,
  column,
  isReached,
  onReach,
  onTurn,
}: {
  date: string;
  days: YearDays;
  /** Of the first day of a month: under which weekday it stands. */
  column: number | undefined;
  isReached: boolean;
  onReach: () => void;
  onTurn: ((date: string) => void) | undefined;
}) {
  const t = useTranslations('settings.calendar');
  const locale = useLocale();
  const kind = kindOfDay(date, days);
  const spoken = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
  const sign = kind === 'holiday' || kind === 'makeup' ? t(`sign.${kind}`) : '';
  const shared = {
    className: styles.day,
    style: column ? { gridColumn: column } : undefined,
    'data-kind': kind,
    'data-date': date,
  };
  const face = (
    <>
      <span>{Number(date.slice(8))}</span>
      <span className={styles.sign}>{sign}</span>
    </>
  );
  if (!onTurn) {
    return (
      <span {...shared}>
        {face}
        <span className="visually-hidden">{t(`kind.${kind}`)}</span>
      </span>
    );
  }
  return (
    <button {...shared} type="button" tabIndex={isReached ? 0 : -1} onFocus={onReach} onClick={() => onTurn(date)}>
      <span className={styles.face} aria-hidden>
        {face}
      </span>
      <span className="visually-hidden">{`${spoken}, ${t(`kind.${kind}`)}`}</span>
    </button>
  );
}

'use client';
import { cnCalendar, type DateRule, type ResolvedDate } from '@planwright/schema/calendar';
import { plainDateIn } from '@planwright/schema/time';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useZone } from '@/features/time/clock';
import { dateWords } from '@/features/time/words';
import { useDesigner } from '../store/use-designer';
import { daysPassedOver } from '../words/passed-over';
import { type PlannedDates, plannedDates } from '../words/planned-dates';
import { useLanguage } from '../words/use-canvas-words';
import styles from './inspector.module.css';

const CALENDARS = { [cnCalendar.key]: cnCalendar };
const HOLIDAYS_EN: Record<string, string> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** When something opens or is due that has no rule of its own: by its links and its stage. */
function inherited(
  dates: PlannedDates,
  kind: 'opens' | 'due',
  own: { item?: string; stage: string },
): ResolvedDate | undefined {
  if (own.item) return kind === 'opens' ? dates.itemOpens(own.item) : dates.itemDue(own.item);
  return kind === 'opens' ? dates.stageOpens(own.stage) : dates.stageDue(own.stage);
}

/** What the rule means for somebody who starts on the example day, and which holidays made it so. */
export function DateExample({
  rule,
  kind,
  own,
}: {
  /** Absent = what holds without a rule of its own. */
  rule: DateRule | undefined;
  kind: 'opens' | 'due';
  own: { item?: string; stage: string };
}) {
  const t = useTranslations('designer.dates');
  const language = useLanguage();
  const zone = useZone();
  const definition = useDesigner((state) => state.document.definition);
  const startsOn = useDesigner((state) => state.exampleStart);
  const sentence = useMemo(() => {
    const dates = plannedDates(definition, { startsOn, zone, calendars: CALENDARS });
    const result = rule ? dates.resolve(rule, kind, own) : (inherited(dates, kind, own) ?? { none: true });
    const start = dateWords(startsOn, 'full', language, zone);
    if ('none' in result) return undefined;
    if (!('at' in result)) return t('exampleAwaiting', { start });
    const when = dateWords(result.at, 'dayTime', language, zone);
    const counts = rule && 'anchor' in rule && (rule.unit === 'WORKDAY' || (rule.roll ?? 'NONE') !== 'NONE');
    const anchor = own.item ? dates.itemOpens(own.item)?.at : undefined;
    const from = counts && rule.anchor === 'OPENED' && anchor ? plainDateIn(anchor, zone) : startsOn;
    const passed = counts
      ? daysPassedOver(from, plainDateIn(result.at, zone), dates.calendar)
      : { holidays: [], workingWeekends: [] };
    const holidays = passed.holidays.map((name) => (language === 'en' ? (HOLIDAYS_EN[name] ?? name) : name));
    const because = [
      holidays.length > 0 ? t('skips', { holidays: holidays.join(t('and')) }) : '',
      passed.workingWeekends.length > 0
        ? t('works', {
            days: passed.workingWeekends.map((day) => dateWords(day, 'day', language, zone)).join(t('and')),
          })
        : '',
    ].filter(Boolean);
    const text = t('example', { start, when });
    return [
      because.length > 0 ? t('because', { text, because: because.join(t('and')) }) : text,
      result.provisional ? t('provisional') : '',
    ]
      .filter(Boolean)
      .join(' ');
  }, [definition, startsOn, zone, rule, kind, own, language, t]);
  if (sentence === undefined) return null;
  return (
    <p className={styles.example} data-testid="date-example">
      {sentence}
    </p>
  );
}

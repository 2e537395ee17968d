'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isChannel } from '@/features/integrations/channels';
import { useTimeWords } from '@/features/time/use-time-words';
import { halfSpaced } from '@/features/time/words';
import { Empty } from '@/features/ui/empty';
import { List } from '@/features/ui/list';
import { Markdown } from '@/features/ui/markdown';
import { headline } from '@/features/ui/markdown-blocks';
import { Segmented } from '@/features/ui/segmented';
import type { SimulatePlanQuery } from '@/gql/graphql';
import { useIsPhone } from '../use-is-phone';
import { type CalendarDay, messageCalendar, messageFigures, messagesByDate } from './message-calendar';
import styles from './message-preview.module.css';

type Days = SimulatePlanQuery['simulatePlan']['days'];
type Event = Days[number]['events'][number];
const ROLES = ['LEARNER', 'MENTOR', 'SUPERIOR', 'HR'] as const;
type Role = (typeof ROLES)[number];
/** Lines of a cell before the rest is a number. */
const LINES = 3;

export interface ReminderOfRule {
  key: string;
  channels: readonly string[];
}

/** Every message of a sample person: a month's grid where there is room, days one below the other on a phone. */
export function MessagePreview({
  days,
  zone,
  reminders,
}: {
  days: Days;
  zone: string;
  reminders: readonly ReminderOfRule[];
}) {
  const t = useTranslations('publish.messages');
  const roles = useTranslations('designer.roles');
  const { date } = useTimeWords(zone);
  const isPhone = useIsPhone();
  const [role, setRole] = useState<Role | 'ALL'>('ALL');
  const to = role === 'ALL' ? undefined : role;
  const byDate = useMemo(() => messagesByDate(days, zone, to), [days, zone, to]);
  const used = ROLES.filter((each) => days.some((day) => day.events.some((event) => event.to.includes(each))));
  const { messages, days: loud, most } = messageFigures(byDate);
  if (reminders.length === 0) return <Empty title={t('noRules')}>{t('noRulesNext')}</Empty>;
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <Segmented
          label={t('to')}
          value={role}
          onChange={setRole}
          options={[
            { value: 'ALL' as const, label: t('everybody') },
            ...used.map((each) => ({ value: each, label: roles(each) })),
          ]}
        />
        <p className={styles.figures}>
          {t('figures', { messages, days: loud })}
          {most && most.count > 1 && ` · ${t('most', { count: most.count, date: date(most.date, 'day') })}`}
        </p>
      </div>
      {messages === 0 && <Empty title={t('none')} />}
      {messages > 0 &&
        (isPhone ? (
          <DayList byDate={byDate} zone={zone} reminders={reminders} />
        ) : (
          <Grid days={days} zone={zone} to={to} byDate={byDate} reminders={reminders} />
        ))}
    </div>
  );
}

interface Shown {
  byDate: ReadonlyMap<string, readonly Event[]>;
  zone: string;
  reminders: readonly ReminderOfRule[];
}

function DayList({ byDate, ...shown }: Shown) {
  const { date } = useTimeWords(shown.zone);
  return (
    <ol className={styles.days}>
      {[...byDate].map(([day, messages]) => (
        <li key={day}>
          <h3 className={styles.dayTitle}>{date(day, 'day')}</h3>
          <Messages messages={messages} {...shown} />
        </li>
      ))}
    </ol>
  );
}

function Grid({ days, to, ...shown }: Shown & { days: Days; to: string | undefined }) {
  const t = useTranslations('publish.messages');
  const locale = useLocale();
  const { date } = useTimeWords(shown.zone);
  const months = useMemo(() => messageCalendar(days, shown.zone, to), [days, shown.zone, to]);
  const [first] = shown.byDate.keys();
  const [chosen, setChosen] = useState<string>();
  const day = chosen !== undefined && shown.byDate.has(chosen) ? chosen : first;
  const monthName = (month: string): string => {
    const words = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
    return locale.startsWith('zh') ? halfSpaced(words) : words;
  };
  return (
    <div className={styles.columns}>
      <div className={styles.months}>
        {months
          .filter((month) => month.count > 0)
          .map(({ month, weeks, count }) => (
            <table key={month} className={styles.month}>
              <caption>
                {monthName(month)} <span>{t('count', { count })}</span>
              </caption>
              <thead>
                <tr>
                  {(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const).map((each) => (
                    <th key={each} scope="col">
                      {t(`weekdays.${each}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeks.map((week) => (
                  <tr key={week[0]?.date}>
                    {week.map((each) => (
                      <td
                        key={each.date}
                        data-outside={each.isOutside || undefined}
                        data-rest={!each.workday || undefined}
                      >
                        {!each.isOutside && (
                          <DayCell
                            day={each}
                            zone={shown.zone}
                            isChosen={each.date === day}
                            onChoose={() => setChosen(each.date)}
                          />
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
      </div>
      {day && (
        <section className={styles.detail} aria-live="polite" aria-label={t('ofDay')}>
          <h3 className={styles.dayTitle}>{date(day, 'day')}</h3>
          <Messages messages={shown.byDate.get(day) ?? []} {...shown} />
        </section>
      )}
    </div>
  );
}

function DayCell({
  day,
  zone,
  isChosen,
  onChoose,
}: {
  day: CalendarDay<Event>;
  zone: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('publish.messages');
  const { date } = useTimeWords(zone);
  const number = Number(day.date.slice(8));
  if (day.messages.length === 0) return <span className={styles.quietNumber}>{number}</span>;
  return (
    <button
      type="button"
      className={styles.cell}
      aria-pressed={isChosen}
      aria-label={t('dayLabel', { date: date(day.date, 'day'), count: day.messages.length })}
      onClick={onChoose}
    >
      <span className={styles.number}>{number}</span>
      {day.messages.slice(0, LINES).map((message) => (
        <span
          key={`${message.at} ${message.ruleKey} ${message.to.join()} ${message.text}`}
          className={styles.lineInCell}
        >
          {headline(message.text)}
        </span>
      ))}
      {day.messages.length > LINES && (
        <span className={styles.more}>{t('more', { count: day.messages.length - LINES })}</span>
      )}
    </button>
  );
}

function Messages({ messages, zone, reminders }: Omit<Shown, 'byDate'> & { messages: readonly Event[] }) {
  const t = useTranslations('publish.messages');
  const roles = useTranslations('designer.roles');
  const channelWords = useTranslations('reminders.channels');
  const { date } = useTimeWords(zone);
  return (
    <List className={styles.messages}>
      {messages.map((message) => {
        const channels = reminders.find((each) => each.key === message.ruleKey)?.channels ?? [];
        return (
          <li key={`${message.at} ${message.ruleKey} ${message.to.join()} ${message.text}`}>
            <span className={styles.facts}>
              {t('facts', {
                at: date(message.at, 'time'),
                to: ROLES.filter((role) => message.to.includes(role))
                  .map((role) => roles(role))
                  .join(t('comma')),
                channels: channels
                  .map((channel) => (isChannel(channel) ? channelWords(channel) : channel))
                  .join(t('comma')),
              })}
            </span>
            <Markdown>{message.text}</Markdown>
          </li>
        );
      })}
    </List>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { CalendarYearsQuery } from '@/gql/graphql';
import { calendarYears } from './documents';
import { PublishYearDialog } from './publish-year-dialog';
import styles from './settings.module.css';
import { SettingsTabs } from './settings-tabs';
import { YearCalendar } from './year-calendar';
import { daysOf, sameDays, turned, workingDays, type YearDays } from './year-days';

type Year = CalendarYearsQuery['calendarYears'][number];

/** The working days of each year: HR checks the next one against the official notice, corrects it and publishes it. */
export function CalendarPage() {
  const t = useTranslations('settings');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const [{ data, error }, read] = useQuery({ query: calendarYears });
  const years = data?.calendarYears ?? [];
  const [chosen, setChosen] = useState<number>();
  // What waits to be published comes first: that is why people come here.
  const year = years.find((each) => each.year === chosen) ?? years.find(({ published }) => !published) ?? years.at(-1);
  return (
    <>
      <PageBar title={t('title')} />
      <PageBody width={1120}>
        <SettingsTabs current="calendar" />
        {!has('ADMIN', 'HR') ? (
          <Empty title={t('notYours')}>{t('notYoursNext')}</Empty>
        ) : year ? (
          <>
            <Field label={t('calendar.year')}>
              {(control) => (
                <select
                  {...control}
                  className={`${control.className} ${styles.chooseYear}`}
                  value={year.year}
                  onChange={(event) => setChosen(Number(event.target.value))}
                >
                  {years.map((each) => (
                    <option key={each.year} value={each.year}>
                      {t(each.published ? 'calendar.published' : 'calendar.unpublished', { year: String(each.year) })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <OneYear
              key={`${year.year} ${year.off.join()} ${year.on.join()}`}
              year={year}
              onPublished={() => {
                setChosen(year.year);
                read({ requestPolicy: 'network-only' });
              }}
            />
          </>
        ) : error ? (
          <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
        ) : (
          <SkeletonRows count={8} label={ui('loading')} />
        )}
      </PageBody>
    </>
  );
}

function OneYear({ year, onPublished }: { year: Year; onPublished: () => void }) {
  const t = useTranslations('settings.calendar');
  const { viewer } = useSession();
  const mayPublish = viewer.reachesEverybody;
  const before = daysOf(year);
  const [days, setDays] = useState<YearDays>(before);
  const [isPublishing, setPublishing] = useState(false);
  const name = String(year.year);
  const isChanged = !sameDays(days, before);
  return (
    <>
      {year.published ? (
        <p className={styles.quiet}>{t('publishedAbout', { year: name })}</p>
      ) : (
        <Note tone="warn" title={t('notPublished', { year: name })}>
          {t('notPublishedNext', { year: name })}
        </Note>
      )}
      <div className={styles.bar}>
        <p className={styles.figures}>
          {t('figures', { work: workingDays(year.year, days), off: days.off.size, on: days.on.size })}
        </p>
        {mayPublish && (
          <span className={styles.actions}>
            {isChanged && <Button onClick={() => setDays(before)}>{t('reset')}</Button>}
            <Button
              look="primary"
              aria-haspopup="dialog"
              disabled={year.published && !isChanged}
              onClick={() => setPublishing(true)}
            >
              {t(year.published ? 'correct' : 'publish', { year: name })}
            </Button>
          </span>
        )}
      </div>
      {!mayPublish && <p className={styles.quiet}>{t('readOnly')}</p>}
      <ul className={styles.legend} aria-label={t('legend')}>
        {(['work', 'weekend', 'holiday', 'makeup'] as const).map((kind) => (
          <li key={kind}>
            <span className={styles.day} data-kind={kind} aria-hidden>
              <span className={styles.sign}>{kind === 'holiday' || kind === 'makeup' ? t(`sign.${kind}`) : ''}</span>
            </span>
            {t(`kind.${kind}`)}
          </li>
        ))}
      </ul>
      <YearCalendar
        year={year.year}
        days={days}
        onTurn={mayPublish ? (date) => setDays(turned(date, days)) : undefined}
      />
      {isPublishing && (
        <PublishYearDialog
          year={year}
          days={days}
          onClose={() => setPublishing(false)}
          onPublished={() => {
            setPublishing(false);
            onPublished();
          }}
        />
      )}
    </>
  );
}

'use client';
import { plainDateIn } from '@planwright/schema/time';
import {
  Bell,
  CalendarClock,
  Check,
  CircleAlert,
  DoorOpen,
  Flag,
  type LucideIcon,
  MessageSquareText,
  Trophy,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useNow, useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { List } from '@/features/ui/list';
import { headline } from '@/features/ui/markdown-blocks';
import { PageBar, PageBody } from '@/features/ui/page';
import { Segmented } from '@/features/ui/segmented';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { SimulatedEventKind, SimulatePlanQuery } from '@/gql/graphql';
import { MessagePreview } from '../preview/message-preview';
import { readDefinition } from '../store/read-definition';
import styles from './publish.module.css';
import { dryRunPlan, simulate } from './publish-documents';
import { byWeek } from './weeks';

const ICONS: Record<SimulatedEventKind, LucideIcon> = {
  OPENS: DoorOpen,
  DUE: CalendarClock,
  FEEDBACK_DUE: MessageSquareText,
  OVERDUE: CircleAlert,
  COMPLETED: Check,
  STAGE_COMPLETED: Flag,
  PLAN_COMPLETED: Trophy,
  REMINDER: Bell,
};

/** A sample person walked through the plan's calendar; nothing is sent, nothing is stored. */
export function DryRunPage({ planKey }: { planKey: string }) {
  const t = useTranslations('publish');
  const ui = useTranslations('ui');
  const zone = useZone();
  const now = useNow();
  const [startsOn, setStartsOn] = useState(() => plainDateIn(now.toISOString(), zone));
  const [view, setView] = useState<'days' | 'messages'>('days');
  const [{ data, error, fetching }, read] = useQuery({
    query: dryRunPlan,
    variables: { key: planKey },
    requestPolicy: 'network-only',
  });
  const plan = data?.plan;
  const definition = plan?.draft?.definition ?? plan?.current?.definition;
  return (
    <>
      <PageBar
        title={plan ? t('dryRunOf', { plan: plan.title }) : t('dryRun')}
        actions={<ButtonLink href={`/plans/${planKey}`}>{t('back')}</ButtonLink>}
      />
      <PageBody width={view === 'messages' ? 1240 : 880}>
        <div className={styles.settings}>
          <Segmented
            label={t('dryRunView')}
            value={view}
            onChange={setView}
            options={[
              { value: 'days', label: t('viewDays') },
              { value: 'messages', label: t('viewMessages') },
            ]}
          />
          <Field label={t('startsOn')}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={startsOn}
                onChange={(event) => event.target.value !== '' && setStartsOn(event.target.value)}
                data-testid="dry-run-start"
              />
            )}
          </Field>
          <p className={styles.quiet}>{t('dryRunText')}</p>
        </div>
        {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {!data && fetching && <SkeletonRows count={6} label={ui('loading')} />}
        {data && !plan && <Empty title={t('noPlan')} />}
        {definition !== undefined && definition !== null && (
          <Walk definition={definition} startsOn={startsOn} zone={zone} view={view} />
        )}
      </PageBody>
    </>
  );
}

function Walk({
  definition,
  startsOn,
  zone,
  view,
}: {
  definition: unknown;
  startsOn: string;
  zone: string;
  view: 'days' | 'messages';
}) {
  const ui = useTranslations('ui');
  const input = useMemo(() => ({ definition, startsOn, timeZone: zone }), [definition, startsOn, zone]);
  const [{ data, error, fetching }, retry] = useQuery({ query: simulate, variables: { input } });
  if (error) return <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data || fetching) return <SkeletonRows count={8} label={ui('loading')} />;
  const { days } = data.simulatePlan;
  if (view === 'days') return <Days days={days} startsOn={startsOn} />;
  return <MessagePreview days={days} zone={zone} reminders={readDefinition(definition)?.reminders ?? []} />;
}

function Days({ days, startsOn }: { days: SimulatePlanQuery['simulatePlan']['days']; startsOn: string }) {
  const t = useTranslations('publish');
  const { date } = useTimeWords();
  const weeks = byWeek(days, startsOn);
  if (weeks.length === 0) return <Empty title={t('nothingHappens')} />;
  return (
    <ol className={styles.weeks}>
      {weeks.map(({ week, days: inWeek }) => (
        <li key={week}>
          <h2 className={styles.weekTitle}>{t('week', { week })}</h2>
          <List ordered>
            {inWeek.map((day) => (
              <li key={day.date} className={styles.day} data-rest={!day.workday || undefined}>
                <span>
                  {date(day.date, 'day')} {!day.workday && <Tag>{t('rest')}</Tag>}
                </span>
                <ul className={styles.events}>
                  {day.events.map((event) => {
                    const Icon = ICONS[event.kind];
                    return (
                      <li
                        key={`${event.kind} ${event.at} ${event.to.join()} ${event.text}`}
                        className={styles.event}
                        data-kind={event.kind}
                      >
                        <span className={styles.quiet}>{date(event.at, 'time')}</span>
                        <Icon size={15} strokeWidth={1.75} aria-hidden />
                        <span>{event.kind === 'REMINDER' ? headline(event.text) : event.text}</span>
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </List>
        </li>
      ))}
    </ol>
  );
}

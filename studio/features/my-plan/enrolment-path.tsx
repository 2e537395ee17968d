'use client';
import { shareText } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useApi } from '@/features/api/api-provider';
import { type Masked, unmask } from '@/features/api/fragments';
import { saysTheSame } from '@/features/api/says-the-same';
import { useLive } from '@/features/api/use-live';
import { useAfterLoss, useNews } from '@/features/api/use-news';
import { useReread } from '@/features/api/use-reread';
import { useSession } from '@/features/session/session';
import { lookOfItem } from '@/features/states/look';
import { StateSign, StateTag } from '@/features/states/state-sign';
import { useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { ProgressBar } from '@/features/ui/progress-bar';
import { Skeleton } from '@/features/ui/skeleton';
import type { MyEnrolmentFragment, PlanItemFragment } from '@/gql/graphql';
import { myPath, myPathChanged } from './documents';
import { givenName } from './given-name';
import styles from './my-plan.module.css';
import { nextAction } from './next-action';
import { stageWeeks } from './stage-weeks';
import { type Act, Action, LockLines, shownInPath } from './work-row';

interface Props {
  id: string;
  /** The greeting with today's line (with several plans the plan's title instead), or the way through the stages (with the plan's title when there are several). */
  part: 'head' | 'titledHead' | 'path' | 'titledPath';
  pending: ReadonlySet<string>;
  onAct: (enrolmentId: string, item: PlanItemFragment, act: Act) => void;
  onChanged: () => void;
  /** Today in the person's zone, as `2026-03-02`. */
  today: string;
}

/** One enrolment, live. */
export function EnrolmentPath({ id, part, pending, onAct, onChanged, today }: Props) {
  const [{ data, error, fetching }, read] = useQuery({ query: myPath, variables: { id } });
  const [{ data: live, error: liveError }] = useLive({
    query: myPathChanged,
    variables: { id },
    pause: part === 'head' || part === 'titledHead',
  });
  const { socket } = useApi();

  const news = () => {
    read({ requestPolicy: 'network-only' });
    onChanged();
  };
  useNews(live, saysTheSame(live?.enrolmentChanged, data?.enrolment), data?.enrolment != null, news);
  useReread(liveError !== undefined, news);
  // What happened while the connection was away is not told again.
  useAfterLoss(socket, news);

  const enrolment = data?.enrolment;
  if (!enrolment) {
    if (error) return <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />;
    return fetching ? <Skeleton height={64} /> : null;
  }
  if (part === 'head' || part === 'titledHead') {
    return <Head enrolment={enrolment} titled={part === 'titledHead'} today={today} />;
  }
  return <Path enrolment={enrolment} titled={part === 'titledPath'} pending={pending} onAct={onAct} />;
}

function Head({ titled, today, ...props }: { enrolment: Masked<MyEnrolmentFragment>; titled: boolean; today: string }) {
  const enrolment = unmask<MyEnrolmentFragment>(props.enrolment);
  const t = useTranslations('myPlan');
  const words = useTimeWords();
  const { person } = useSession();
  const name = givenName(person.name);
  const { status, weekNow, weeks, progress } = enrolment;
  const completion = t('completion', { share: shareText(progress.completion) });
  const started = enrolment.startsOn <= today;
  const isOver = weekNow !== null && weeks > 0 && weekNow > weeks;
  const week = status === 'ACTIVE' && started && weekNow && !isOver ? weekNow : undefined;
  const { title } = enrolment.planVersion.plan;
  return (
    <header>
      {titled ? (
        <h2 className={styles.heading}>{week ? t('planWeek', { title, week }) : title}</h2>
      ) : (
        <h1 className={styles.title}>{week ? t('greeting', { name, week }) : t('greetingPlain', { name })}</h1>
      )}
      <ProgressBar share={progress.completion} height={8} label={completion} />
      <p className={styles.today}>
        {[
          completion,
          weeks > 0 && (isOver ? t('weeksOver', { count: weeks }) : t('weeks', { count: weeks })),
          enrolment.mentor ? t('mentor', { name: enrolment.mentor.name }) : t('noMentor'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {status === 'SCHEDULED' && <Note tone="info" title={t('scheduled', { date: words.date(enrolment.startsOn) })} />}
      {status === 'PAUSED' && <Note tone="warn" title={t('paused')} />}
      {status === 'COMPLETED' && <Note tone="ok" title={t('finished')} />}
    </header>
  );
}

function Path({
  titled,
  pending,
  onAct,
  ...props
}: {
  enrolment: Masked<MyEnrolmentFragment>;
  titled: boolean;
} & Pick<Props, 'pending' | 'onAct'>) {
  const enrolment = unmask<MyEnrolmentFragment>(props.enrolment);
  const t = useTranslations('myPlan');
  const zone = useZone();
  const byKey = new Map(unmask<PlanItemFragment>(enrolment.items).map((item) => [item.key, item]));
  const present = enrolment.stages.find((stage) => stage.open && !stage.complete)?.key;
  const heading = `path-${enrolment.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {titled ? enrolment.planVersion.plan.title : t('path')}
      </h2>
      <ol className={styles.path}>
        {enrolment.stages.map((stage) => {
          const weeks = stageWeeks(stage, enrolment.startsOn, zone);
          const facts = [
            weeks && t('stageWeeks', weeks),
            stage.needed > 0 && t('stageDone', { done: stage.done, needed: stage.needed }),
            stage.key === present && t('present'),
          ].filter(Boolean);
          return (
            <li
              key={stage.key}
              className={styles.stage}
              data-at={stage.complete ? 'done' : stage.key === present ? 'now' : 'ahead'}
            >
              <details open={stage.key === present}>
                <summary className={styles.stageHead}>
                  <span className={styles.stageTitle}>{stage.title}</span>
                  <span className={styles.stageFacts}>{facts.join(' · ')}</span>
                </summary>
                <ul className={styles.items}>
                  {stage.items.flatMap((key) => {
                    const item = byKey.get(key);
                    return item && shownInPath(item)
                      ? [
                          <PathItem
                            key={key}
                            item={item}
                            pending={pending.has(`${enrolment.id} ${key}`)}
                            onAct={(act) => onAct(enrolment.id, item, act)}
                          />,
                        ]
                      : [];
                  })}
                </ul>
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function PathItem({ item, pending, onAct }: { item: PlanItemFragment; pending: boolean; onAct: (act: Act) => void }) {
  const t = useTranslations('myPlan');
  const kinds = useTranslations('kinds');
  const requirements = useTranslations('requirements');
  const words = useTimeWords();
  const look = lookOfItem(item);
  if (look === 'absent') return null;
  return (
    <li className={styles.item}>
      <StateSign look={look} size={24} />
      <div className={styles.itemBody}>
        <div className={styles.itemTitle}>{item.title}</div>
        <div className={styles.line}>
          {[
            kinds(item.kind),
            item.requirement !== 'REQUIRED' && requirements(item.requirement),
            item.completedAt
              ? t('doneOn', { date: words.date(item.completedAt) })
              : item.dueAt && look !== 'excused' && t('dueOn', { date: words.due(item.dueAt) }),
            item.completedAt && item.onTime === false && t('wasLate'),
            item.score !== null && item.score !== undefined && t('score', { score: item.score }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {look === 'locked' && <LockLines item={item} />}
        {(look === 'submitted' || look === 'failed') && <StateTag look={look} />}
      </div>
      {nextAction(item).do !== 'nothing' && <Action item={item} pending={pending} onAct={onAct} />}
    </li>
  );
}

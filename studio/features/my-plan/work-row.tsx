'use client';
import { ExternalLink, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { KindIcon } from '@/features/states/kind-icon';
import { lookOfItem } from '@/features/states/look';
import { StateTag } from '@/features/states/state-sign';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import type { DueItemFragment, PlanItemFragment, ProgressAction } from '@/gql/graphql';
import styles from './my-plan.module.css';
import { nextAction, presentStep, webAddress } from './next-action';
import { asksForTime } from './time-spent';

export type Act = Extract<ProgressAction, 'START' | 'COMPLETE' | 'SUBMIT'>;

/** What opening it outside means. */
const OPENED: Record<PlanItemFragment['kind'], 'learn' | 'assess'> = {
  COURSE: 'learn',
  TASK: 'assess',
  ASSESSMENT: 'assess',
  APPROVAL: 'assess',
  MEETING: 'assess',
  SURVEY: 'assess',
};

/** A thing that is due, with the one action that brings it on. */
export function WorkRow({
  planTitle,
  pending,
  onAct,
  ...props
}: {
  work: Masked<DueItemFragment>;
  planTitle?: string | undefined;
  pending: boolean;
  onAct: (act: Act) => void;
}) {
  const t = useTranslations('myPlan');
  const kinds = useTranslations('kinds');
  const work = unmask<DueItemFragment>(props.work);
  const item = unmask<PlanItemFragment>(work.item);
  const step = item.steps.length > 0 ? presentStep(item.steps) : undefined;
  return (
    <li className={styles.row} data-late={item.overdue || undefined}>
      <h3 className={styles.rowTitle}>
        <KindIcon kind={item.kind} size={18} />
        <span>
          <span className="visually-hidden">{kinds(item.kind)} </span>
          {step ? t('withStep', { title: item.title, step: step.title }) : item.title}
        </span>
      </h3>
      {work.learnerName && (
        <p className={styles.line}>{t('sharedWith', { learner: work.learnerName, plan: work.planTitle })}</p>
      )}
      {planTitle && !work.learnerName && <p className={styles.line}>{planTitle}</p>}
      {item.state === 'RETURNED' && (
        <p className={styles.returned}>
          {work.comment
            ? t('returnedWith', { mentor: work.mentorName ?? t('reviewer'), comment: work.comment })
            : t('returned')}
        </p>
      )}
      <div className={styles.rowFoot}>
        <div className={styles.facts}>
          <Facts item={item} dueAt={step?.dueAt ?? item.dueAt} />
        </div>
        <Action item={item} pending={pending} onAct={onAct} prominent />
      </div>
    </li>
  );
}

/** When, how long, or why not yet: one line each. */
function Facts({ item, dueAt }: { item: PlanItemFragment; dueAt?: string | null | undefined }) {
  const t = useTranslations('myPlan');
  const words = useTimeWords();
  const late = item.overdue && dueAt;
  return (
    <>
      {item.state === 'LOCKED' && <LockLines item={item} />}
      {item.state === 'SUBMITTED' && <StateTag look="submitted" />}
      {dueAt && (
        <p className={late ? styles.lateLine : styles.line}>
          {t(item.provisional ? 'dueProvisional' : 'due', { date: words.due(dueAt), left: words.left(dueAt) })}
        </p>
      )}
      {item.minutes !== null && item.minutes !== undefined && item.minutes > 0 && (
        <p className={styles.line}>{t('minutes', { count: item.minutes })}</p>
      )}
    </>
  );
}

/** Each reason why an item is closed, as a sentence. */
export function LockLines({ item }: { item: PlanItemFragment }) {
  const t = useTranslations('myPlan');
  const words = useTimeWords();
  const reasons = item.lockedBecause.map((reason) => reason.text);
  if (reasons.length === 0 && item.opensAt) reasons.push(t('opens', { date: words.due(item.opensAt) }));
  return reasons.map((text) => (
    <p key={text} className={styles.lock}>
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      {text}
    </p>
  ));
}

/** The button of an item. `prominent` rows carry the page's action colour when the item has been begun or is late. */
export function Action({
  item,
  pending,
  onAct,
  prominent = false,
}: {
  item: PlanItemFragment;
  pending: boolean;
  onAct: (act: Act) => void;
  prominent?: boolean;
}) {
  const t = useTranslations('myPlan');
  const next = nextAction(item);
  if (pending) return <span className={styles.pending}>{t('pending')}</span>;
  const urgent = item.overdue || item.state === 'STARTED' || item.state === 'RETURNED';
  const look = prominent && urgent ? 'primary' : 'plain';
  const named = (label: string) => ({ 'aria-label': t('actionOn', { action: label, title: item.title }) });
  switch (next.do) {
    case 'open':
      return (
        <ButtonLink
          href={next.url}
          look={look}
          size="large"
          icon={<ExternalLink size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => next.starts && onAct('START')}
          {...named(t(OPENED[item.kind]))}
        >
          {t(OPENED[item.kind])}
        </ButtonLink>
      );
    case 'start':
      return (
        <Button look={look} size="large" onClick={() => onAct('START')} {...named(t('start'))}>
          {t('start')}
        </Button>
      );
    case 'complete': {
      const url = webAddress(item.link);
      return (
        <span className={styles.actions}>
          {url && (
            <ButtonLink
              href={url}
              look="quiet"
              size="large"
              icon={<ExternalLink size={16} strokeWidth={1.75} aria-hidden />}
              {...named(t('openAgain'))}
            >
              {t('openAgain')}
            </ButtonLink>
          )}
          <Button
            look={look}
            size="large"
            aria-haspopup={asksForTime(item.kind) ? 'dialog' : undefined}
            onClick={() => onAct('COMPLETE')}
            {...named(t('complete'))}
          >
            {t('complete')}
          </Button>
        </span>
      );
    }
    case 'submit': {
      const label = t(next.again ? 'submitAgain' : item.deliverable ? 'submit' : 'askApproval');
      return (
        <Button look={look} size="large" aria-haspopup="dialog" onClick={() => onAct('SUBMIT')} {...named(label)}>
          {label}
        </Button>
      );
    }
    case 'nothing':
      return null;
    default:
      return next satisfies never;
  }
}

/** Sign for the path: absent items show nothing. */
export const shownInPath = (item: PlanItemFragment): boolean => lookOfItem(item) !== 'absent';

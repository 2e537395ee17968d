'use client';
import { useTranslations } from 'next-intl';
import { KindIcon } from '@/features/states/kind-icon';
import { lookOfItem } from '@/features/states/look';
import { StateTag } from '@/features/states/state-sign';
import { useTimeWords } from '@/features/time/use-time-words';
import { stageColours } from '@/features/tokens/tokens';
import type { EnrolmentViewFragment } from '@/gql/graphql';
import { ItemActions } from './item-actions';
import styles from './stage-path.module.css';

type Item = EnrolmentViewFragment['items'][number];

/** The whole plan as this person has it, stage by stage. */
export function StagePath({
  enrolment,
  mayManage,
  mayJudge,
}: {
  enrolment: EnrolmentViewFragment;
  mayManage: boolean;
  mayJudge: boolean;
}) {
  const t = useTranslations('enrolment');
  const { date } = useTimeWords(enrolment.person.timeZone);
  return enrolment.stages.map((stage, index) => {
    const { ink, soft } = stageColours(index);
    return (
      <section key={stage.key} className={styles.stage}>
        <header className={styles.head} style={{ color: ink, background: soft }}>
          <h2 className={styles.title}>{stage.title}</h2>
          <span>
            {[
              t('stageDone', { done: stage.done, needed: stage.needed }),
              stage.dueAt && t('until', { date: date(stage.dueAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </header>
        <ul className={styles.items}>
          {enrolment.items
            .filter((item) => item.stageKey === stage.key)
            .map((item) => (
              <ItemRow key={item.key} item={item} enrolment={enrolment} mayManage={mayManage} mayJudge={mayJudge} />
            ))}
        </ul>
      </section>
    );
  });
}

function ItemRow({
  item,
  enrolment,
  mayManage,
  mayJudge,
}: {
  item: Item;
  enrolment: EnrolmentViewFragment;
  mayManage: boolean;
  mayJudge: boolean;
}) {
  const t = useTranslations('enrolment');
  const states = useTranslations('states');
  const requirements = useTranslations('requirements');
  const { date } = useTimeWords(enrolment.person.timeZone);
  const look = lookOfItem(item);
  const partners = enrolment.partners.filter(({ itemKey }) => itemKey === item.key).map(({ person }) => person.name);
  const facts = [
    requirements(item.requirement),
    item.completedAt
      ? t('completedAt', { date: date(item.completedAt, 'dayTime') })
      : item.dueAt && t('due', { date: date(item.dueAt, 'dayTime') }),
    item.provisional && !item.completedAt && t('provisional'),
    item.onTime === false && t('late'),
    item.score != null && t('score', { score: item.score }),
    item.attempt > 1 && t('attempt', { count: item.attempt }),
    partners.length > 0 && t('with', { names: partners.join(t('separator')) }),
  ].filter(Boolean);
  return (
    <li className={styles.item} data-testid={`enrolment-item-${item.key}`} data-state={item.state}>
      <span className={styles.icon}>
        <KindIcon kind={item.kind} />
      </span>
      <div className={styles.text}>
        <span className={styles.name}>{item.title}</span>
        <span className={styles.facts}>{facts.join(' · ')}</span>
        {item.steps.length > 0 && (
          <ol className={styles.steps}>
            {item.steps.map((step) => (
              <li key={step.key}>
                {step.title}
                {step.completedAt
                  ? ` · ${t('completedAt', { date: date(step.completedAt) })}`
                  : step.dueAt && ` · ${t('due', { date: date(step.dueAt, 'dayTime') })}`}
              </li>
            ))}
          </ol>
        )}
        {item.lockedBecause.map(({ text }) => (
          <span key={text} className={styles.why}>
            {text}
          </span>
        ))}
      </div>
      {look === 'absent' ? <span className={styles.facts}>{states('absent')}</span> : <StateTag look={look} />}
      <ItemActions item={item} enrolment={enrolment} mayManage={mayManage} mayJudge={mayJudge} />
    </li>
  );
}

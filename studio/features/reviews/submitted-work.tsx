'use client';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { FileList } from '@/features/files/file-list';
import { webAddress } from '@/features/my-plan/next-action';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { Tag } from '@/features/ui/tag';
import type { WholeSubmissionFragment } from '@/gql/graphql';
import { textParts } from './queue';
import { TimeLeft } from './queue-row';
import styles from './reviews.module.css';

/** The work itself: who handed in what and when, the artefact, and what was said about it before. */
export function SubmittedWork(props: { submission: Masked<WholeSubmissionFragment> }) {
  const submission = unmask<WholeSubmissionFragment>(props.submission);
  const t = useTranslations('reviews');
  const words = useTimeWords();
  const { enrolment } = submission;
  const item = enrolment.items.find((each) => each.key === submission.itemKey);
  const step = item?.steps.find((each) => each.key === submission.stepKey);
  const late = item?.dueAt && submission.submittedAt > item.dueAt;
  return (
    <article className={styles.work} aria-labelledby="work">
      <header>
        <h2 id="work" className={styles.workTitle}>
          {step ? t('withStep', { title: submission.itemTitle, step: step.title }) : submission.itemTitle}
        </h2>
        <p className={styles.meta}>
          {[
            enrolment.person.name,
            enrolment.person.department?.name,
            enrolment.person.job?.title,
            enrolment.cohort?.name ?? submission.planTitle,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={styles.meta}>
          {t('submitted', { date: words.due(submission.submittedAt) })}
          {submission.attempt > 1 && <Tag>{t('attempt', { count: submission.attempt })}</Tag>}
          {late && <Tag tone="warn">{t('submittedLate')}</Tag>}
          <TimeLeft dueAt={submission.feedbackDueAt} />
        </p>
      </header>
      <Artefact value={submission.artefact} hasFiles={submission.files.length > 0} />
      {submission.files.length > 0 && (
        <section>
          <h3 className={styles.subheading}>{t('files', { count: submission.files.length })}</h3>
          <FileList files={submission.files} />
        </section>
      )}
      {submission.note && (
        <section>
          <h3 className={styles.subheading}>{t('learnerSaid', { name: enrolment.person.name })}</h3>
          <SafeText text={submission.note} />
        </section>
      )}
      {item?.description && (
        <section>
          <h3 className={styles.subheading}>{t('asked')}</h3>
          <p className={styles.text}>{item.description}</p>
        </section>
      )}
      {submission.earlier.length > 0 && (
        <section>
          <h3 className={styles.subheading}>{t('earlier')}</h3>
          <ol className={styles.earlier}>
            {submission.earlier.map((before) => (
              <li key={before.id}>
                <p className={styles.meta}>
                  {t('attempt', { count: before.attempt })}
                  {before.decision && <Tag>{t(`decided.${before.decision}`)}</Tag>}
                  {before.reviewer?.name}
                  <span>{words.date(before.reviewedAt ?? before.submittedAt)}</span>
                </p>
                {before.comment && <SafeText text={before.comment} />}
                {before.artefact && webAddress(before.artefact) && <SafeText text={before.artefact} />}
                {before.files.length > 0 && <FileList files={before.files} />}
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

function Artefact({ value, hasFiles }: { value?: string | null; hasFiles: boolean }) {
  const t = useTranslations('reviews');
  const url = webAddress(value);
  if (url) {
    return (
      <div className={styles.artefact}>
        <ButtonLink href={url} size="large" icon={<ExternalLink size={16} strokeWidth={1.75} aria-hidden />}>
          {t('openDocument')}
        </ButtonLink>
        <span className={styles.address}>{url}</span>
      </div>
    );
  }
  if (!value) return hasFiles ? null : <p className={styles.meta}>{t('noArtefact')}</p>;
  return (
    <div className={styles.paper}>
      <SafeText text={value} />
    </div>
  );
}

/** Somebody's words: text and links, never markup. */
export function SafeText({ text }: { text: string }) {
  return (
    <p className={styles.text}>
      {textParts(text).map((part, index) =>
        'url' in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text have no other identity
          <a key={index} href={part.url} target="_blank" rel="noopener noreferrer">
            {part.url}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { onDevice } from '@/features/device/this-device';
import { placeOfText, useOwner } from '@/features/device/use-kept';
import { useSession } from '@/features/session/session';
import { useNow, useZone } from '@/features/time/clock';
import { dateIn } from '@/features/time/words';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import type { DueItemFragment, MyWorkQuery, PlanItemFragment } from '@/gql/graphql';
import { myWork } from './documents';
import { DoneSheet } from './done-sheet';
import { EnrolmentPath } from './enrolment-path';
import { enrolmentsToShow } from './enrolments-to-show';
import { givenName } from './given-name';
import styles from './my-plan.module.css';
import { MyPlanSkeleton } from './my-plan-skeleton';
import type { Delivery, Waiting } from './outbox';
import { SubmitSheet, submissionPlace } from './submit-sheet';
import { asksForTime } from './time-spent';
import { useOutbox } from './use-outbox';
import { type Act, WorkRow } from './work-row';

type Due = MyWorkQuery['myWork']['overdue'][number];

/** The learner's page: what is late, this week, next month; then the whole way. */
export function MyPlanPage() {
  const t = useTranslations('myPlan');
  const { person } = useSession();
  const owner = useOwner();
  const toast = useToast();
  const now = useNow();
  const zone = useZone();
  const [{ data, error, stale }, read] = useQuery({ query: myWork });
  const [submitting, setSubmitting] = useState<{ enrolmentId: string; item: PlanItemFragment; comment?: string }>();
  const [finishing, setFinishing] = useState<{ enrolmentId: string; item: PlanItemFragment }>();
  const [refusal, setRefusal] = useState<{ title: string; message: string }>();

  const again = useCallback(() => read({ requestPolicy: 'network-only' }), [read]);
  const settled = useCallback(
    (waiting: Waiting, delivery: Delivery) => {
      if (delivery.result === 'refused') {
        setRefusal({ title: waiting.title, message: delivery.message });
        // What was written goes back into the sheet, unless something newer is there already.
        const { enrolmentId, itemKey, artefact, comment } = waiting.input;
        const place = placeOfText(owner, ...submissionPlace(String(enrolmentId), String(itemKey)));
        const { files = '' } = waiting;
        if ((artefact || comment || files) && !onDevice.read(place))
          onDevice.keep(place, { artefact: artefact ?? '', comment: comment ?? '', files }, owner);
      }
      if (delivery.result === 'recorded') {
        toast({ tone: 'ok', text: t(`recorded.${waiting.input.action}`, { title: waiting.title }) });
      }
      if (delivery.result !== 'unknown') again();
    },
    [again, owner, t, toast],
  );
  const { waiting, record } = useOutbox(settled);
  const pending = useMemo(
    () => new Set(waiting.map(({ input }) => `${input.enrolmentId} ${input.itemKey}`)),
    [waiting],
  );

  const act = (enrolmentId: string, item: PlanItemFragment, how: Act, comment?: string) => {
    setRefusal(undefined);
    if (how === 'SUBMIT') setSubmitting({ enrolmentId, item, ...(comment ? { comment } : {}) });
    else if (how === 'COMPLETE' && asksForTime(item.kind)) setFinishing({ enrolmentId, item });
    else void record(item.title, { enrolmentId, itemKey: item.key, action: how });
  };

  if (!data) {
    return (
      <div className={styles.page}>{error ? <FailureNote error={error} retry={again} /> : <MyPlanSkeleton />}</div>
    );
  }

  const enrolments = enrolmentsToShow(data, person.id);
  const { overdue, thisWeek, nextMonth, shared } = data.myWork;
  const due = overdue.length + thisWeek.length + nextMonth.length + shared.length;
  const today = dateIn(zone, now);

  const section = (key: 'overdue' | 'thisWeek' | 'nextMonth' | 'shared', list: readonly Due[]) =>
    list.length > 0 && (
      <section aria-labelledby={key}>
        <h2 id={key} className={styles.heading} data-late={key === 'overdue' || undefined}>
          {t(key, { count: list.length })}
        </h2>
        <ul className={styles.list}>
          {list.map((row) => {
            const work = unmask<DueItemFragment>(row);
            const item = unmask<PlanItemFragment>(work.item);
            const key = `${work.enrolmentId} ${item.key}`;
            return (
              <WorkRow
                key={key}
                work={row}
                planTitle={enrolments.length > 1 ? work.planTitle : undefined}
                pending={pending.has(key)}
                onAct={(how) => act(work.enrolmentId, item, how, work.comment ?? undefined)}
              />
            );
          })}
        </ul>
      </section>
    );

  return (
    <div className={styles.page} aria-busy={stale || undefined}>
      {enrolments.length === 0 ? (
        <>
          <h1 className={styles.title}>{t('title')}</h1>
          {due === 0 && <Empty title={t('empty')}>{t('emptyNext')}</Empty>}
        </>
      ) : enrolments.length > 1 ? (
        <>
          <h1 className={styles.title}>
            {t('greetingPlans', { name: givenName(person.name), count: enrolments.length })}
          </h1>
          {enrolments.map((id) => (
            <EnrolmentPath
              key={id}
              id={id}
              part="titledHead"
              pending={pending}
              onAct={act}
              onChanged={again}
              today={today}
            />
          ))}
        </>
      ) : (
        <EnrolmentPath
          id={enrolments[0] ?? ''}
          part="head"
          pending={pending}
          onAct={act}
          onChanged={again}
          today={today}
        />
      )}
      {error && <FailureNote error={error} safe={t('staleSafe')} retry={again} />}
      {waiting.length > 0 && (
        <Note tone="warn" title={t('waiting', { count: waiting.length })}>
          {t('waitingNext')}
        </Note>
      )}
      {refusal && (
        <Note tone="danger" title={t('refused', { title: refusal.title })}>
          {refusal.message}
        </Note>
      )}
      {section('overdue', overdue)}
      {section('thisWeek', thisWeek)}
      {section('nextMonth', nextMonth)}
      {section('shared', shared)}
      {enrolments.length > 0 && due === 0 && <p className={styles.quiet}>{t('nothingDue')}</p>}
      {enrolments.map((id) => (
        <EnrolmentPath
          key={id}
          id={id}
          part={enrolments.length > 1 ? 'titledPath' : 'path'}
          pending={pending}
          onAct={act}
          onChanged={again}
          today={today}
        />
      ))}
      {finishing && (
        <DoneSheet
          item={finishing.item}
          onClose={() => setFinishing(undefined)}
          onDone={(input) => {
            const { enrolmentId, item } = finishing;
            void record(item.title, { ...input, enrolmentId, itemKey: item.key, action: 'COMPLETE' });
            setFinishing(undefined);
          }}
        />
      )}
      {submitting && (
        <SubmitSheet
          enrolmentId={submitting.enrolmentId}
          item={submitting.item}
          reviewerComment={submitting.comment}
          onClose={() => setSubmitting(undefined)}
          onSubmit={(input, files) => {
            const { enrolmentId, item } = submitting;
            void record(item.title, { ...input, enrolmentId, itemKey: item.key, action: 'SUBMIT' }, files);
            setSubmitting(undefined);
          }}
        />
      )}
    </div>
  );
}

'use client';
import { shareText } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { Field } from '@/features/ui/field';
import { Skeleton } from '@/features/ui/skeleton';
import type { MigrationChangeKind, MigrationSummaryQuery } from '@/gql/graphql';
import styles from './migration.module.css';
import { DATES, type MigrationPolicy, NEW_ITEMS } from './migration-options';

type Summary = MigrationSummaryQuery['previewMigration'];

const OF_NEW_ITEMS: readonly MigrationChangeKind[] = ['ADDED', 'PLANNED', 'WAIVED'];
const OF_DATES: readonly MigrationChangeKind[] = [
  'DUE_LATER',
  'DUE_EARLIER',
  'DUE_SET',
  'DUE_GONE',
  'OPENING',
  'STEPS',
  'CAUGHT_UP',
];

/** What happens to how many people, each sentence under the choice that decides about it. */
export function MigrationTotals({
  summary,
  policy,
  onPolicy,
}: {
  /** undefined while it is worked out. */
  summary: Summary | undefined;
  policy: MigrationPolicy;
  onPolicy: (policy: MigrationPolicy) => void;
}) {
  const t = useTranslations('migration');
  const totals = summary?.totals ?? [];
  const added = new Set(totals.filter(({ kind }) => OF_NEW_ITEMS.includes(kind)).map(({ itemKey }) => itemKey));
  // A new item that is late at once is the choice's doing, so it stands with it.
  const isNew = ({ kind, itemKey }: Summary['totals'][number]) =>
    OF_NEW_ITEMS.includes(kind) || (kind === 'OVERDUE' && added.has(itemKey));
  const isDate = ({ kind }: Summary['totals'][number]) => OF_DATES.includes(kind);
  const sentences = (chosen: Summary['totals']) => chosen.map(({ sentence }) => sentence);
  const others = totals.filter((total) => !isNew(total) && !isDate(total));
  return (
    <section className={styles.totals} aria-label={t('happens')} data-testid="migration-totals">
      <Choice
        label={t('newItems')}
        options={NEW_ITEMS}
        words={(each) => t(`newItemPolicies.${each}`)}
        value={policy.newItems}
        onChange={(newItems) => onPolicy({ ...policy, newItems })}
        testId="new-items-policy"
        sentences={summary && sentences(totals.filter(isNew))}
        none={t('noNewItems')}
      />
      <Choice
        label={t('dates')}
        options={DATES}
        words={(each) => t(`datePolicies.${each}`)}
        value={policy.dates}
        onChange={(dates) => onPolicy({ ...policy, dates })}
        testId="dates-policy"
        sentences={summary && sentences(totals.filter(isDate))}
        none={t('noDates')}
      />
      {others.length > 0 && (
        <div className={styles.choiceBlock}>
          <h3 className={styles.choiceLabel}>{t('otherwise')}</h3>
          <Sentences sentences={sentences(others)} none="" />
        </div>
      )}
      {summary && summary.moves > 0 && <Together summary={summary} />}
    </section>
  );
}

function Together({ summary: { before, after } }: { summary: Summary }) {
  const t = useTranslations('migration');
  const share = ({ done, needed }: Summary['before']) => shareText(needed === 0 ? 1 : done / needed);
  const isSame = before.done === after.done && before.needed === after.needed;
  return (
    <p className={styles.together} data-testid="migration-together">
      {isSame
        ? t('completionStays', { share: share(before), done: before.done, needed: before.needed })
        : t('completionChanges', {
            from: share(before),
            to: share(after),
            done: before.done,
            needed: before.needed,
            doneAfter: after.done,
            neededAfter: after.needed,
          })}
      {before.overdue !== after.overdue && (
        <> {t('overdueChanges', { before: before.overdue, after: after.overdue })}</>
      )}
    </p>
  );
}

function Choice<Value extends string>({
  label,
  options,
  words,
  value,
  onChange,
  testId,
  sentences,
  none,
}: {
  label: string;
  options: readonly Value[];
  words: (value: Value) => string;
  value: Value;
  onChange: (value: Value) => void;
  testId: string;
  sentences: string[] | undefined;
  none: string;
}) {
  return (
    <div className={styles.choiceBlock}>
      <Field label={label}>
        {(control) => (
          <select
            {...control}
            value={value}
            onChange={(event) => {
              const chosen = options.find((each) => each === event.target.value);
              if (chosen) onChange(chosen);
            }}
            data-testid={testId}
          >
            {options.map((each) => (
              <option key={each} value={each}>
                {words(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {sentences ? <Sentences sentences={sentences} none={none} /> : <Skeleton width={240} height={20} />}
    </div>
  );
}

function Sentences({ sentences, none }: { sentences: string[]; none: string }) {
  if (sentences.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

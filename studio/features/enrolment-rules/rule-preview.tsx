'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import type { EnrolmentRuleInput } from '@/gql/graphql';
import { previewRule } from './documents';
import styles from './rules.module.css';

/** A list of hundreds is read from its head; whoever wants all of it asks. */
const FIRST = 20;

/** Who the rule would enrol if it were switched on now, and why. */
export function RulePreview({
  input,
  onCount,
}: {
  input: EnrolmentRuleInput;
  onCount: (count: number | undefined) => void;
}) {
  const t = useTranslations('enrolmentRule.preview');
  const ui = useTranslations('ui');
  const { date } = useTimeWords();
  const [all, setAll] = useState(false);
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: previewRule,
    variables: { input },
    requestPolicy: 'cache-and-network',
  });
  const matches = data?.previewEnrolmentRule;
  const count = fetching || stale ? undefined : matches?.length;
  useEffect(() => onCount(count), [onCount, count]);
  return (
    <section className={styles.preview} aria-live="polite">
      <h2 className={styles.heading}>{t('title')}</h2>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!matches && fetching && <SkeletonRows count={3} label={ui('loading')} />}
      {matches && <p className={styles.lead}>{t('count', { count: matches.length })}</p>}
      {matches && matches.length > 0 && (
        <Table caption={t('title')} heads={[t('person'), t('why'), t('startsOn')]}>
          <tbody>
            {(all ? matches : matches.slice(0, FIRST)).map(({ person, reason, startsOn }) => (
              <tr key={person.id} data-testid="rule-match">
                <Cell>{person.name}</Cell>
                <Cell label={t('why')}>{reason}</Cell>
                <Cell label={t('startsOn')}>{date(startsOn)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {matches && matches.length > FIRST && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('all', { count: matches.length })}
        </Button>
      )}
    </section>
  );
}

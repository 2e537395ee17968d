'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { MigrationEffectKind, MigrationInput, MigrationPeopleQuery } from '@/gql/graphql';
import styles from './migration.module.css';
import { migrationPeople } from './migration-documents';

type Effect = MigrationPeopleQuery['previewMigration']['people']['edges'][number]['node'];

interface Props {
  input: MigrationInput;
  effect: MigrationEffectKind | undefined;
  titles: ReadonlyMap<string, string>;
}

/** The people of a preview, fifty at a time. */
export function MigrationPeople(props: Props) {
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <ul className={styles.people}>
      {pages.map((after, index) => (
        <PeoplePage
          key={after ?? 'first'}
          {...props}
          after={after}
          isLast={index === pages.length - 1}
          onMore={(cursor) => setPages([...pages, cursor])}
        />
      ))}
    </ul>
  );
}

function PeoplePage({
  input,
  effect,
  titles,
  after,
  isLast,
  onMore,
}: Props & { after: string | null; isLast: boolean; onMore: (cursor: string) => void }) {
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, retry] = useQuery({
    query: migrationPeople,
    variables: { input, effect: effect ?? null, after },
    requestPolicy: 'network-only',
  });
  if (error) {
    return (
      <li>
        <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />
      </li>
    );
  }
  if (!data || fetching) {
    return (
      <li>
        <SkeletonRows count={4} label={ui('loading')} />
      </li>
    );
  }
  const { edges, pageInfo } = data.previewMigration.people;
  return (
    <>
      {edges.map(({ node }) => (
        <Person key={node.enrolment.id} value={node} titles={titles} />
      ))}
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && (
        <li className={styles.more}>
          <Button onClick={() => onMore(pageInfo.endCursor ?? '')}>{ui('loadMore')}</Button>
        </li>
      )}
    </>
  );
}

const TONES = { MOVES: 'soft', STAYS: 'quiet', BLOCKED: 'danger' } as const;

/** One person: what happens in a word, and on demand every date and item that changes. */
function Person({ value, titles }: { value: Effect; titles: ReadonlyMap<string, string> }) {
  const t = useTranslations('migration');
  const { date } = useTimeWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const named = (keys: readonly string[]): string => keys.map((key) => titles.get(key) ?? key).join(t('comma'));
  // A new item has no date to change: its first one is said with it.
  const dueChanges = value.dueChanges.filter((change) => !value.newItems.includes(change.itemKey));
  const dueOf = (key: string): string | undefined =>
    value.dueChanges.find((change) => change.itemKey === key)?.after ?? undefined;
  const facts = [
    dueChanges.length > 0 ? t('dueChanges', { count: dueChanges.length }) : '',
    value.newItems.length > 0 ? t('newItemCount', { count: value.newItems.length }) : '',
    value.reopened.length > 0 ? t('reopenedCount', { count: value.reopened.length }) : '',
  ].filter(Boolean);
  const hasMore = facts.length > 0 || value.credited.length > 0;
  const when = (at: string | null): string => (at ? date(at, 'dayTime') : t('noDate'));
  return (
    <li className={styles.person} data-testid="migration-person" data-effect={value.effect}>
      <button
        type="button"
        className={styles.personHead}
        aria-expanded={hasMore ? open : undefined}
        aria-controls={hasMore ? id : undefined}
        disabled={!hasMore}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>{value.enrolment.person.name}</span>
        <Tag tone={TONES[value.effect]}>{t(`effects.${value.effect}`)}</Tag>
        <span className={styles.summary}>{value.reason ?? (facts.join(t('semicolon')) || t('unchanged'))}</span>
        {hasMore && <ChevronDown size={16} aria-hidden className={styles.chevron} />}
      </button>
      {open && (
        <dl className={styles.details} id={id}>
          {dueChanges.map((change) => (
            <div key={change.itemKey}>
              <dt>{titles.get(change.itemKey) ?? change.itemKey}</dt>
              <dd>
                <s>{when(change.before)}</s> → {when(change.after)}
              </dd>
            </div>
          ))}
          {value.newItems.length > 0 && (
            <div>
              <dt>{t('added')}</dt>
              <dd>
                {value.newItems.map((key) => {
                  const due = dueOf(key);
                  const title = titles.get(key) ?? key;
                  return <div key={key}>{due ? t('addedDue', { title, due: date(due, 'dayTime') }) : title}</div>;
                })}
              </dd>
            </div>
          )}
          {value.credited.length > 0 && (
            <div>
              <dt>{t('credited')}</dt>
              <dd>{named(value.credited)}</dd>
            </div>
          )}
          {value.reopened.length > 0 && (
            <div>
              <dt>{t('reopened')}</dt>
              <dd>{named(value.reopened)}</dd>
            </div>
          )}
        </dl>
      )}
    </li>
  );
}

'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useQuery } from 'urql';
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
  /** Enrolments that are unticked. */
  leaveOut: string[];
  onLeaveOut: (leaveOut: string[]) => void;
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
  leaveOut,
  onLeaveOut,
  after,
  isLast,
  onMore,
}: Props & { after: string | null; isLast: boolean; onMore: (cursor: string) => void }) {
  const ui = useTranslations('ui');
  const [{ data, error }, retry] = useQuery({
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
  if (!data) {
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
        <Person
          key={node.enrolment.id}
          value={node}
          isTicked={!leaveOut.includes(node.enrolment.id)}
          onTick={(ticked) => {
            const others = leaveOut.filter((id) => id !== node.enrolment.id);
            onLeaveOut(ticked ? others : [...others, node.enrolment.id]);
          }}
        />
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

/** One person with a tick: what happens in a word, and on demand everything that changes for them, in sentences. */
function Person({ value, isTicked, onTick }: { value: Effect; isTicked: boolean; onTick: (ticked: boolean) => void }) {
  const t = useTranslations('migration');
  const [open, setOpen] = useState(false);
  const id = useId();
  const sentences = value.changes.map(({ sentence }) => sentence);
  const [first, ...more] = sentences;
  const summary = first && (more.length > 0 ? t('andMore', { first, count: more.length }) : first);
  const hasMore = more.length > 0;
  return (
    <li className={styles.person} data-testid="migration-person" data-effect={value.effect}>
      {value.effect === 'MOVES' || value.leftOut ? (
        <label className={styles.tick}>
          <input type="checkbox" checked={isTicked} onChange={(event) => onTick(event.target.checked)} />
          <span className="visually-hidden">{t('tick', { name: value.enrolment.person.name })}</span>
        </label>
      ) : (
        <span aria-hidden />
      )}
      <button
        type="button"
        className={styles.personHead}
        aria-expanded={hasMore ? open : undefined}
        aria-controls={hasMore ? id : undefined}
        disabled={!hasMore}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>{value.enrolment.person.name}</span>
        <Tag tone={TONES[value.effect]}>{t(value.ended ? 'effectEnded' : `effects.${value.effect}`)}</Tag>
        <span className={styles.summary}>{value.reason ?? summary ?? t('unchanged')}</span>
        {hasMore && <ChevronDown size={16} aria-hidden className={styles.chevron} />}
      </button>
      {open && (
        <ul className={styles.details} id={id}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { SkeletonRows } from '@/features/ui/skeleton';
import { kindOfSource } from '../owned-fields';
import { personHistory } from './documents';
import { fieldsOf, roleOf, sourceOf } from './happened';
import { Panel } from './panel';
import styles from './person.module.css';

const FIRST = 10;
const MOST = 100;

/** What happened to the person, newest first: who added, moved or invited them, and when. */
export function PersonHistory({ id }: { id: string }) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  const audit = useTranslations('audit.actions');
  const frame = useTranslations('frame');
  const words = useTimeWords();
  const [first, setFirst] = useState(FIRST);
  const [{ data, error }, read] = useQuery({
    query: personHistory,
    variables: { id, first, after: null },
    requestPolicy: 'cache-and-network',
  });
  const history = data?.person?.history;
  if (data && !history) return null;
  const said = (action: string, detail: unknown): string => {
    const what = t.has(`happened.${action}` as never)
      ? t(`happened.${action}` as never)
      : audit.has(action as never)
        ? audit(action as never)
        : action;
    const role = roleOf(detail);
    const fields = action === 'createPerson' ? [] : fieldsOf(detail);
    const named = [
      ...(role ? [frame(`roles.${role}`)] : []),
      ...fields.map((field) => (t.has(`field.${field}` as never) ? t(`field.${field}` as never) : field)),
    ];
    return named.length > 0 ? t('happenedTo', { what, fields: named.join(frame('separator')) }) : what;
  };
  return (
    <Panel title={t('history')}>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!data && !error && <SkeletonRows count={3} height={44} label={ui('loading')} />}
      {history?.edges.length === 0 && <p className={styles.line}>{t('noHistory')}</p>}
      {history && history.edges.length > 0 && (
        <List ordered>
          {history.edges.map(({ node: { id: entry, at, action, detail, actor } }) => {
            const source = sourceOf(detail);
            return (
              <li key={entry} className={styles.entry} data-testid="happened">
                <span>{said(action, detail)}</span>
                <span className={styles.quiet}>
                  {source === undefined ? (actor?.name ?? t('program')) : t(`source.${kindOfSource(source)}`)}
                </span>
                <time className={styles.quiet} dateTime={at}>
                  {words.date(at, 'fullTime')}
                </time>
              </li>
            );
          })}
        </List>
      )}
      {history?.pageInfo.hasNextPage && first < MOST && (
        <div>
          <Button look="quiet" onClick={() => setFirst(MOST)}>
            {ui('loadMore')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

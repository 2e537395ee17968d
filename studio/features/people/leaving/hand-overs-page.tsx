'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useCommand } from '@/features/api/use-command';
import { AdminsAndHr } from '@/features/integrations/admins-and-hr';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Check } from '@/features/ui/check';
import { CommandErrors } from '@/features/ui/command-errors';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import { useToast } from '@/features/ui/toast';
import type { OpenHandOverFragment } from '@/gql/graphql';
import { handOver, handOvers } from './documents';
import styles from './hand-overs.module.css';
import { SuccessorDialog } from './successor-dialog';

/** Whose mentor or superior left without anybody saying who takes over. */
export function HandOversPage() {
  const t = useTranslations('handOvers');
  const [total, setTotal] = useState<number>();
  return (
    <>
      <PageBar title={t('title')} facts={total ? <Tag>{t('count', { count: total })}</Tag> : undefined} />
      <AdminsAndHr>
        <PageBody width={1080}>
          <OpenHandOvers onTotal={setTotal} />
        </PageBody>
      </AdminsAndHr>
    </>
  );
}

function OpenHandOvers({ onTotal }: { onTotal: (total: number) => void }) {
  const t = useTranslations('handOvers');
  const ui = useTranslations('ui');
  const toast = useToast();
  const [{ data, error }, read] = useQuery({ query: handOvers, requestPolicy: 'cache-and-network' });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [giving, setGiving] = useState(false);
  const confirm = useCommand(handOver);
  const rows = unmask<OpenHandOverFragment>(data?.handOvers ?? []);
  const total = data && rows.length;
  useEffect(() => {
    if (total !== undefined) onTotal(total);
  }, [total, onTotal]);
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const again = () => read({ requestPolicy: 'network-only' });
  const done = (count: number) => {
    toast({ tone: 'ok', text: t('done', { count }) });
    setTicked(new Set());
    again();
  };
  const agree = async () => {
    const { kind } = await confirm.run({ input: { ids: chosen.map(({ id }) => id), successorId: null } });
    if (kind === 'done') done(chosen.length);
  };
  if (error && !data) return <FailureNote error={error} retry={again} />;
  if (!data) return <SkeletonRows count={6} height={44} label={ui('loading')} />;
  if (rows.length === 0) return <Empty title={t('empty')}>{t('emptyNext')}</Empty>;
  const all = chosen.length === rows.length;
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.acts}>
        <Check checked={all} onCheck={(on) => setTicked(new Set(on ? rows.map(({ id }) => id) : []))}>
          {chosen.length === 0 ? t('all') : t('chosen', { count: chosen.length })}
        </Check>
        <Button aria-haspopup="dialog" onClick={() => setGiving(true)} disabled={chosen.length === 0}>
          {t('give')}
        </Button>
        <Button look="primary" busy={confirm.pending} onClick={() => void agree()} disabled={chosen.length === 0}>
          {t('confirm')}
        </Button>
      </div>
      <CommandErrors command={confirm} />
      <Table caption={t('title')} heads={[t('person'), t('leaver'), t('as'), t('to')]}>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              checked={ticked.has(row.id)}
              onCheck={(on) =>
                setTicked((before) => new Set(on ? [...before, row.id] : [...before].filter((id) => id !== row.id)))
              }
            />
          ))}
        </tbody>
      </Table>
      {giving && (
        <SuccessorDialog
          ids={chosen.map(({ id }) => id)}
          without={new Set(chosen.map(({ person }) => person.id))}
          onClose={() => setGiving(false)}
          onDone={() => done(chosen.length)}
        />
      )}
    </>
  );
}

function Row({
  row,
  checked,
  onCheck,
}: {
  row: OpenHandOverFragment;
  checked: boolean;
  onCheck: (on: boolean) => void;
}) {
  const t = useTranslations('handOvers');
  const words = useTimeWords();
  return (
    <tr>
      <Cell>
        <Check checked={checked} onCheck={onCheck}>
          {row.person.name}
          {row.person.department && <span className={styles.quiet}>{row.person.department.name}</span>}
        </Check>
      </Cell>
      <Cell label={t('leaver')}>{t('leftOn', { name: row.leaver.name, date: words.date(row.at, 'full') })}</Cell>
      <Cell label={t('as')}>{row.planTitle == null ? t('report') : t('mentee', { plan: row.planTitle })}</Cell>
      <Cell label={t('to')}>{row.to ? row.to.name : <Tag>{t('hr')}</Tag>}</Cell>
    </tr>
  );
}

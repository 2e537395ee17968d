'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Menu, type MenuEntry } from '@/features/ui/menu';
import { useToast } from '@/features/ui/toast';
import type { EnrolmentViewFragment, ItemKind, ProgressAction } from '@/gql/graphql';
import { ChangeDueDialog } from './change-due-dialog';
import { PartnersDialog } from './partners-dialog';
import { RecordDialog } from './record-dialog';

type Item = EnrolmentViewFragment['items'][number];
type Open = { kind: 'record'; action: ProgressAction } | { kind: 'due' } | { kind: 'partners' };

const isClosed = (item: Item): boolean => item.state === 'DONE' || item.state === 'EXCUSED';

/** What a mentor or HR may record for the person, by kind: work that is handed in ends by its review. */
const JUDGED: Record<ItemKind, readonly ProgressAction[]> = {
  COURSE: ['COMPLETE', 'SCORE'],
  TASK: [],
  ASSESSMENT: ['SCORE'],
  APPROVAL: [],
  MEETING: ['COMPLETE'],
  SURVEY: ['COMPLETE'],
};

/** Kinds that are shared with partners. */
const ASKS_PARTNERS: Record<ItemKind, boolean> = {
  COURSE: false,
  TASK: true,
  ASSESSMENT: false,
  APPROVAL: false,
  MEETING: false,
  SURVEY: false,
};

/** What HR may change about an item of a person, and what a mentor may record. */
export function ItemActions({
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
  const toast = useToast();
  const [open, setOpen] = useState<Open>();
  const isRunning = enrolment.status === 'ACTIVE' || enrolment.status === 'COMPLETED';
  const record = (action: ProgressAction): MenuEntry => ({
    key: action,
    label: t(`record.${action}.menu`),
    run: () => setOpen({ kind: 'record', action }),
  });
  const isOpen = item.state === 'AVAILABLE' || item.state === 'STARTED' || item.state === 'RETURNED';
  const entries: MenuEntry[] = isRunning
    ? [
        ...(mayJudge && isOpen ? JUDGED[item.kind].map(record) : []),
        ...(mayManage && !isClosed(item) && item.state !== 'NOT_APPLICABLE' ? [record('EXCUSE')] : []),
        ...(mayManage && isClosed(item) ? [record('REOPEN')] : []),
        ...(mayManage && !isClosed(item) && item.dueAt
          ? [{ key: 'due', label: t('changeDue.menu'), run: () => setOpen({ kind: 'due' }) }]
          : []),
        ...(mayManage && ASKS_PARTNERS[item.kind] && !isClosed(item)
          ? [{ key: 'partners', label: t('choosePartners.menu'), run: () => setOpen({ kind: 'partners' }) }]
          : []),
      ]
    : [];
  const close = () => setOpen(undefined);
  const done = () => toast({ tone: 'ok', text: t('changed', { title: item.title }) });
  return (
    <>
      <Menu label={t('itemMenu', { title: item.title })} entries={entries} />
      {open?.kind === 'record' && (
        <RecordDialog action={open.action} item={item} enrolment={enrolment} onClose={close} onDone={done} />
      )}
      {open?.kind === 'due' && <ChangeDueDialog item={item} enrolment={enrolment} onClose={close} onDone={done} />}
      {open?.kind === 'partners' && <PartnersDialog item={item} enrolment={enrolment} onClose={close} onDone={done} />}
    </>
  );
}

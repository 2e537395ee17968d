'use client';
import { addDays } from '@planwright/schema/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { instantFromInput } from '@/features/enrolment/zoned-input';
import { AdminsAndHr } from '@/features/integrations/admins-and-hr';
import { SectionTabs } from '@/features/integrations/section-tabs';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { useSession } from '@/features/session/session';
import { useZone } from '@/features/time/clock';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { PageBar, PageBody } from '@/features/ui/page';
import { Tag } from '@/features/ui/tag';
import styles from './deliveries.module.css';
import { DeliveryRows } from './delivery-rows';

/** Every message of the workspace: what went out, or in a sandbox would have, and why. */
export function DeliveriesPage() {
  const t = useTranslations('deliveries');
  const { viewer } = useSession();
  const [total, setTotal] = useState<number>();
  const isSandbox = viewer.workspace?.kind === 'SANDBOX';
  return (
    <>
      <PageBar title={t('title')} facts={total !== undefined && <Tag>{t('count', { count: total })}</Tag>} />
      <SectionTabs />
      <AdminsAndHr>
        <PageBody width={1080}>
          <p className={styles.lead}>{isSandbox ? t('leadSandbox') : t('lead')}</p>
          <Deliveries onTotal={setTotal} isSandbox={isSandbox} />
        </PageBody>
      </AdminsAndHr>
    </>
  );
}

function Deliveries({ onTotal, isSandbox }: { onTotal: (total: number | undefined) => void; isSandbox: boolean }) {
  const t = useTranslations('deliveries');
  const zone = useZone();
  const [person, setPerson] = useState<PickedPerson>();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const filter = {
    personId: person?.id ?? null,
    from: from ? (instantFromInput(`${from}T00:00`, zone) ?? null) : null,
    // The last day counts as a whole.
    until: until ? (instantFromInput(`${addDays(until, 1)}T00:00`, zone) ?? null) : null,
  };
  const filterKey = JSON.stringify(filter);
  const [pages, setPages] = useState<{ filterKey: string; cursors: string[] }>({ filterKey, cursors: [] });
  const cursors = pages.filterKey === filterKey ? pages.cursors : [];
  const isFiltered = person !== undefined || from !== '' || until !== '';
  return (
    <>
      <search className={styles.filters}>
        <PersonPicker label={t('person')} placeholder={t('anybody')} chosen={person} onChange={setPerson} clearable />
        <Field label={t('from')}>
          {(control) => (
            <input {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label={t('until')}>
          {(control) => (
            <input {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
        {isFiltered && (
          <Button
            look="quiet"
            onClick={() => {
              setPerson(undefined);
              setFrom('');
              setUntil('');
            }}
          >
            {t('clear')}
          </Button>
        )}
      </search>
      <div>
        {[undefined, ...cursors].map((after, index, all) => (
          <DeliveryRows
            key={`${filterKey} ${after ?? ''}`}
            filter={filter}
            after={after}
            last={index === all.length - 1}
            isFiltered={isFiltered}
            isSandbox={isSandbox}
            onTotal={index === 0 ? onTotal : undefined}
            onMore={(cursor) => setPages({ filterKey, cursors: [...cursors, cursor] })}
          />
        ))}
      </div>
    </>
  );
}

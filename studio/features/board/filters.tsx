'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { StateLook } from '@/features/tokens/tokens';
import type { BoardFilter, RowOrder } from './filter-rows';
import styles from './filters.module.css';

const LOOKS: readonly StateLook[] = [
  'overdue',
  'returned',
  'submitted',
  'started',
  'open',
  'failed',
  'done',
  'excused',
];
const ORDERS: readonly RowOrder[] = ['given', 'name', 'completion', 'overdue'];

interface Choice {
  id: string;
  name: string;
}

/** What of the board is shown: by mentor, department and state, by name, and in which order. */
export function Filters({
  filter,
  onChange,
  mentors,
  departments,
  shown,
  all,
}: {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  mentors: Choice[];
  departments: Choice[];
  shown: number;
  all: number;
}) {
  const t = useTranslations('board');
  const states = useTranslations('states');
  const choices = (list: Choice[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <search className={styles.filters}>
      <input
        type="search"
        className={styles.input}
        placeholder={t('filter.search')}
        aria-label={t('filter.search')}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <Choose
        label={t('filter.mentor')}
        all={t('filter.allMentors')}
        value={filter.mentorId}
        options={choices(mentors)}
        onChange={(mentorId) => onChange({ ...filter, mentorId })}
      />
      <Choose
        label={t('filter.department')}
        all={t('filter.allDepartments')}
        value={filter.departmentId}
        options={choices(departments)}
        onChange={(departmentId) => onChange({ ...filter, departmentId })}
      />
      <Choose
        label={t('filter.state')}
        all={t('filter.allStates')}
        value={filter.look}
        options={LOOKS.map((look) => ({ value: look, label: states(look) }))}
        onChange={(look) => onChange({ ...filter, look: LOOKS.find((one) => one === look) })}
      />
      <Choose
        label={t('filter.order')}
        value={filter.order}
        options={ORDERS.map((order) => ({ value: order, label: t(`order.${order}`) }))}
        onChange={(order) => onChange({ ...filter, order: ORDERS.find((one) => one === order) ?? 'given' })}
      />
      {shown < all && <span className={styles.count}>{t('shown', { shown, all })}</span>}
    </search>
  );
}

function Choose({
  label,
  all,
  value,
  options,
  onChange,
}: {
  label: string;
  all?: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}): ReactNode {
  return (
    <select
      className={styles.input}
      aria-label={label}
      value={value ?? ''}
      data-set={(all !== undefined && value !== undefined) || undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { PEOPLE_COLUMNS, type PeopleColumn } from './columns';

const isOurs = (column: string): column is PeopleColumn => PEOPLE_COLUMNS.some((each) => each === column);

/** What a column of a file of people is called; a fact by its own name. */
export function useColumnTitle(): (column: string) => string {
  const t = useTranslations('peopleImport');
  return (column) => {
    if (column.startsWith('fact.')) return t('fact', { name: column.slice('fact.'.length) });
    return isOurs(column) ? t(`column.${column}`) : column;
  };
}

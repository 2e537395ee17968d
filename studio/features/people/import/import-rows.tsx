'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Table } from '@/features/ui/table';
import type { PeopleImportViewFragment, PeopleRowResult } from '@/gql/graphql';
import { ImportRowsPart } from './import-rows-part';
import { useColumnTitle } from './use-column-title';

/** Rows of one result, fifty at a time, with what is said of each cell below it. */
export function ImportRows({
  id,
  result,
  columns,
}: {
  id: string;
  result: PeopleRowResult;
  columns: PeopleImportViewFragment['columns'];
}) {
  const t = useTranslations('peopleImport');
  const [cursors, setCursors] = useState<string[]>([]);
  const isMissing = result === 'MISSING';
  const keys = isMissing
    ? ['employeeNumber', 'department', 'jobRole', 'manager']
    : columns.flatMap(({ column }) => column ?? []);
  const titleOf = useColumnTitle();
  const shown = keys.map((column) => ({ column, title: titleOf(column) }));
  return (
    <Table
      caption={t(`result.${result}`)}
      heads={[isMissing ? t('column.name') : t('row'), ...shown.map(({ title }) => title)]}
    >
      {[undefined, ...cursors].map((after, index, all) => (
        <ImportRowsPart
          key={after ?? ''}
          id={id}
          result={result}
          after={after}
          columns={shown}
          last={index === all.length - 1}
          onMore={(cursor) => setCursors([...cursors, cursor])}
        />
      ))}
    </Table>
  );
}

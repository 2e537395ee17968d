'use client';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import type { DepartmentToPickFragment } from '@/gql/graphql';
import type { Choice } from './choice';
import { ChoicePicker, type Choices, ChoicesPicker, type PickerProps } from './choice-picker';
import { departmentChoices } from './department-choices';
import { departmentsToPick } from './documents';

/** What is kept of a department: its id, or the key by which plans name it. */
type By = 'id' | 'key';

function useDepartmentChoices(by: By): Choices<Choice> {
  const [{ data, error }, read] = useQuery({ query: departmentsToPick });
  const departments = data && unmask<DepartmentToPickFragment>(data.departments);
  const choices = useMemo(() => departments && departmentChoices(departments, by), [departments, by]);
  return { choices, failure: error, retry: () => read({ requestPolicy: 'network-only' }) };
}

/** One department, found by its name or by those above it. */
export function DepartmentPicker({
  by = 'id',
  without,
  ...rest
}: PickerProps & {
  by?: By;
  /** '' = none */
  value: string;
  onChange: (value: string) => void;
  clearable?: boolean;
  /** Departments that are not offered, named as `by` says. */
  without?: ReadonlySet<string>;
}) {
  const { choices, ...reading } = useDepartmentChoices(by);
  return (
    <ChoicePicker
      {...rest}
      {...reading}
      choices={without ? choices?.filter(({ value }) => !without.has(value)) : choices}
    />
  );
}

/** Several departments. */
export function DepartmentsPicker({
  by = 'id',
  ...rest
}: PickerProps & { by?: By; values: readonly string[]; onChange: (values: string[]) => void }) {
  return <ChoicesPicker {...rest} {...useDepartmentChoices(by)} />;
}

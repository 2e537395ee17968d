'use client';
import { useQuery } from 'urql';
import type { Choice } from './choice';
import { ChoicePicker, type Choices, ChoicesPicker, type PickerProps } from './choice-picker';
import { jobRolesToPick } from './documents';

/** What is kept of a job role is its key, by which plans and people name it. */
function useJobRoleChoices(): Choices<Choice> {
  const [{ data, error }, read] = useQuery({ query: jobRolesToPick });
  return {
    choices: data?.jobRoles.map(({ key, title }) => ({ value: key, label: title })),
    failure: error,
    retry: () => read({ requestPolicy: 'network-only' }),
  };
}

/** One job role by its title. */
export function JobRolePicker(
  props: PickerProps & {
    /** Its key; '' = none. */
    value: string;
    onChange: (key: string) => void;
    clearable?: boolean;
  },
) {
  return <ChoicePicker {...props} {...useJobRoleChoices()} />;
}

/** Several job roles. */
export function JobRolesPicker(
  props: PickerProps & { values: readonly string[]; onChange: (values: string[]) => void },
) {
  return <ChoicesPicker {...props} {...useJobRoleChoices()} />;
}

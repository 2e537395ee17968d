'use client';
import { ChoicePicker, type PickerProps } from './choice-picker';

/** One cohort by its name, of those that the page knows. */
export function CohortPicker({
  cohorts,
  ...rest
}: PickerProps & {
  /** undefined while they are read. `about` is what stands beside the name, such as how many people are in it. */
  cohorts: readonly { id: string; name: string; about?: string | undefined }[] | undefined;
  /** Its id; '' = none. */
  value: string;
  onChange: (id: string) => void;
  clearable?: boolean;
}) {
  return (
    <ChoicePicker {...rest} choices={cohorts?.map(({ id, name, about }) => ({ value: id, label: name, about }))} />
  );
}

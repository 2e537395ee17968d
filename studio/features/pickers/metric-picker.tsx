'use client';
import { asTitle } from '@/features/outcomes/metric';
import { ChoicePicker, type PickerProps } from './choice-picker';

/** One metric by its title; those that are chosen elsewhere in the form are not offered. */
export function MetricPicker({
  metrics,
  taken = [],
  ...rest
}: PickerProps & {
  /** undefined while they are read. `about` is what stands beside the title, such as its family. */
  metrics: readonly { key: string; title: string; about?: string | undefined }[] | undefined;
  taken?: readonly string[];
  /** Its key; '' = none. */
  value: string;
  onChange: (key: string) => void;
  clearable?: boolean;
}) {
  const choices = metrics
    ?.filter(({ key }) => key === rest.value || !taken.includes(key))
    .map(({ key, title, about }) => ({ value: key, label: asTitle(title), about }));
  return <ChoicePicker {...rest} choices={choices} />;
}

'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { ChoicePicker, type PickerProps } from './choice-picker';
import { plansToPick } from './documents';

/** One plan by its title, of those that have a published version. */
export function PlanPicker(
  props: PickerProps & {
    /** Its key; '' = none. */
    value: string;
    onChange: (key: string) => void;
    clearable?: boolean;
  },
) {
  const t = useTranslations('ui.picker');
  const [{ data, error }, read] = useQuery({ query: plansToPick });
  const choices = data?.plans.edges.flatMap(({ node: { key, title, current } }) =>
    current ? [{ value: key, label: title, about: t('version', { number: current.number }) }] : [],
  );
  return (
    <ChoicePicker {...props} choices={choices} failure={error} retry={() => read({ requestPolicy: 'network-only' })} />
  );
}

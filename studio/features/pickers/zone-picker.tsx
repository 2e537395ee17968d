'use client';
import { useMemo } from 'react';
import { ChoicePicker, type PickerProps } from './choice-picker';

/** One time zone by its IANA name, found by its city. */
export function ZonePicker(
  props: PickerProps & {
    /** '' = none */
    value: string;
    onChange: (zone: string) => void;
    clearable?: boolean;
  },
) {
  const { value } = props;
  const choices = useMemo(() => {
    const zones = Intl.supportedValuesOf('timeZone');
    return [...(value === '' || zones.includes(value) ? [] : [value]), ...zones].map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
    }));
  }, [value]);
  return <ChoicePicker {...props} choices={choices} />;
}

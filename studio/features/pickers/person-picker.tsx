'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import type { PersonChoiceFragment, Role } from '@/gql/graphql';
import type { Choice } from './choice';
import type { PickerProps } from './choice-picker';
import { Combobox } from './combobox';
import { findPeople } from './documents';

export interface PickedPerson {
  id: string;
  name: string;
}

/** One person, looked for by the server while a part of the name is typed; department and job tell two of a name apart. */
export function PersonPicker({
  label,
  hint,
  error,
  chosen,
  onChange,
  withRole,
  without,
  placeholder,
  ...rest
}: PickerProps & {
  chosen: PickedPerson | undefined;
  onChange: (person: PickedPerson | undefined) => void;
  clearable?: boolean;
  withRole?: Role;
  /** Ids of people who are not offered. */
  without?: ReadonlySet<string>;
}) {
  const t = useTranslations('ui.picker');
  const [wanted, setWanted] = useState(false);
  const [asked, setAsked] = useState('');
  const search = useDeferredValue(asked.trim());
  const [{ data, error: failure, fetching }, read] = useQuery({
    query: findPeople,
    variables: { search: search || null, role: withRole ?? null },
    pause: !wanted,
  });
  const found = unmask<PersonChoiceFragment>((data?.people.edges ?? []).map(({ node }) => node)).filter(
    ({ id, active }) => active && !without?.has(id),
  );
  const hasMore = (data?.people.totalCount ?? 0) > (data?.people.edges.length ?? 0);
  const note = !data
    ? t('reading')
    : found.length === 0 && !fetching
      ? t(search === '' ? 'nothing' : 'nobody', { search })
      : hasMore
        ? t('more')
        : undefined;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <>
          <Combobox<Choice>
            {...rest}
            control={control}
            placeholder={placeholder ?? t('people')}
            chosen={chosen && { value: chosen.id, label: chosen.name }}
            choices={found.map(({ id, name, department, job }) => ({
              value: id,
              label: name,
              about: [department?.name, job?.title].filter(Boolean).join(' · ') || undefined,
            }))}
            onAsk={setAsked}
            onChoose={(choice) => onChange(choice && { id: choice.value, name: choice.label })}
            onFocus={() => setWanted(true)}
            note={note}
          />
          {failure && !data && <FailureNote error={failure} retry={() => read({ requestPolicy: 'network-only' })} />}
        </>
      )}
    </Field>
  );
}

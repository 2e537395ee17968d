'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import { Field } from '@/features/ui/field';
import { deliveryPeople } from './documents';

/** One person by name, offered while it is typed; two of the same name are told apart by their department. */
export function PersonField({
  chosen,
  onChange,
}: {
  chosen: { id: string; name: string } | undefined;
  onChange: (person: { id: string; name: string } | undefined) => void;
}) {
  const t = useTranslations('deliveries');
  const list = useId();
  const [typed, setTyped] = useState(chosen?.name ?? '');
  useEffect(() => {
    if (!chosen) setTyped('');
  }, [chosen]);
  const asked = useDeferredValue(typed.trim());
  const [{ data }] = useQuery({
    query: deliveryPeople,
    variables: { search: asked.split(' · ')[0] ?? '' },
    pause: asked === '',
  });
  const people = (data?.people.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: node.name,
    label: node.department ? `${node.name} · ${node.department.name}` : node.name,
  }));
  return (
    <Field label={t('person')}>
      {(control) => (
        <>
          <input
            {...control}
            type="search"
            list={list}
            autoComplete="off"
            placeholder={t('anybody')}
            value={typed}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              const named = people.filter((each) => each.label === text || each.name === text);
              const [found] = named;
              if (named.length === 1 && found) onChange(found);
              else if (text === '') onChange(undefined);
            }}
          />
          <datalist id={list}>
            {people.map((each) => (
              <option key={each.id} value={each.label} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

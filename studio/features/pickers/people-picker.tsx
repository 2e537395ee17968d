'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useId, useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { FailureNote } from '@/features/ui/failure-note';
import type { PersonChoiceFragment, Role } from '@/gql/graphql';
import { findPeople } from './documents';
import styles from './people-picker.module.css';

/**
 * People by name, department or job, to be ticked. What was ticked stays ticked while the search changes.
 * `single` makes it a choice of one.
 */
export function PeoplePicker({
  label,
  chosen,
  onChange,
  withRole,
  single,
  without,
  height = 264,
}: {
  label: string;
  chosen: readonly PersonChoiceFragment[];
  onChange: (people: PersonChoiceFragment[]) => void;
  withRole?: Role;
  single?: boolean;
  /** Ids of people who are not offered. */
  without?: ReadonlySet<string>;
  height?: number;
}) {
  const t = useTranslations('ui.picker');
  const name = useId();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const [{ data, error }, retry] = useQuery({
    query: findPeople,
    variables: { search: asked || null, role: withRole ?? null },
  });
  const found = unmask<PersonChoiceFragment>((data?.people.edges ?? []).map(({ node }) => node)).filter(
    ({ id, active }) => active && !without?.has(id),
  );
  const isChosen = (id: string) => chosen.some((person) => person.id === id);
  const toggle = (person: PersonChoiceFragment) => {
    if (single) return onChange([person]);
    onChange(isChosen(person.id) ? chosen.filter(({ id }) => id !== person.id) : [...chosen, person]);
  };
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{label}</legend>
      <input
        type="search"
        className={styles.search}
        placeholder={t('people')}
        aria-label={t('people')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {error && !data && <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />}
      <div className={styles.people} style={{ height }}>
        {data && found.length === 0 && <p className={styles.none}>{t('nobody', { search: asked })}</p>}
        {found.map((person) => (
          <label key={person.id} className={styles.person} data-on={isChosen(person.id) || undefined}>
            <input
              type={single ? 'radio' : 'checkbox'}
              name={single ? name : undefined}
              checked={isChosen(person.id)}
              onChange={() => toggle(person)}
            />
            <span className={styles.name}>{person.name}</span>
            <About
              facts={[person.department?.name, withRole === 'MENTOR' && t('mentees', { count: person.mentees })]}
            />
          </label>
        ))}
        {data && (data.people.totalCount ?? 0) > data.people.edges.length && <p className={styles.none}>{t('more')}</p>}
      </div>
    </fieldset>
  );
}

/** Cut off where it is long; whole in the tooltip. */
function About({ facts }: { facts: (string | false | undefined)[] }) {
  const text = facts.filter(Boolean).join(' · ');
  return (
    <span className={styles.about} title={text}>
      {text}
    </span>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { unmask } from '@/features/api/fragments';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import type { PersonChoiceFragment } from '@/gql/graphql';
import styles from './design.module.css';
import { departmentPeople } from './documents';

/** Five pages of a hundred: more than that cannot be drawn in one experiment. */
const MOST_PAGES = 5;

/** Everybody active of a department, with the pages read one after another; undefined while they are. */
function useDepartment(departmentId: string): PersonChoiceFragment[] | undefined {
  const client = useClient();
  const [found, setFound] = useState<{ of: string; people: PersonChoiceFragment[] }>();
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const people: PersonChoiceFragment[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer: Awaited<ReturnType<typeof ask>> = await ask(after);
        const { edges = [], pageInfo } = answer.data?.people ?? {};
        people.push(...unmask<PersonChoiceFragment>(edges.map(({ node }) => node)).filter(({ active }) => active));
        after = pageInfo?.hasNextPage ? (pageInfo.endCursor ?? null) : null;
        if (after === null) break;
      }
      if (!isLeft) setFound({ of: departmentId, people });
    };
    const ask = (after: string | null) =>
      client.query(departmentPeople, { filter: { departmentId }, after }).toPromise();
    if (departmentId !== '') void read();
    return () => {
      isLeft = true;
    };
  }, [client, departmentId]);
  return found?.of === departmentId ? found.people : undefined;
}

/** Who takes part: one by one, or those of a department and a job in one go. */
export function PeopleStep({
  people,
  onChange,
  errors,
  refused,
}: {
  people: readonly PersonChoiceFragment[];
  onChange: (people: PersonChoiceFragment[]) => void;
  errors: readonly string[];
  /** Ids of people who cannot take part. */
  refused: ReadonlySet<string>;
}) {
  const isRefused = ({ id }: PersonChoiceFragment) => refused.has(id);
  const t = useTranslations('experiments');
  const [departmentId, setDepartmentId] = useState('');
  const [job, setJob] = useState('');
  const found = useDepartment(departmentId);
  const inDepartment = found ?? [];
  const offered = inDepartment.filter(({ job: held }) => job === '' || held?.key === job);
  const jobs = [...new Map(inDepartment.flatMap(({ job: held }) => (held ? [[held.key, held.title]] : []))).entries()];
  const addAll = () => onChange([...new Map([...people, ...offered].map((person) => [person.id, person])).values()]);
  return (
    <>
      <div className={styles.inline}>
        <DepartmentPicker
          name="department"
          label={t('design.department')}
          placeholder={t('design.chooseDepartment')}
          value={departmentId}
          onChange={(id) => {
            setDepartmentId(id);
            setJob('');
          }}
        />
        <Field label={t('design.job')}>
          {(control) => (
            <select
              {...control}
              name="job"
              value={job}
              disabled={!found}
              onChange={(event) => setJob(event.target.value)}
            >
              <option value="">{t('design.everyJob')}</option>
              {jobs.map(([key, title]) => (
                <option key={key} value={key}>
                  {t('design.jobOf', {
                    job: title,
                    count: inDepartment.filter(({ job: held }) => held?.key === key).length,
                  })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button disabled={offered.length === 0} onClick={addAll} data-testid="add-department">
          {t('design.addDepartment', { count: offered.length })}
        </Button>
      </div>
      <PeoplePicker label={t('design.oneByOne')} chosen={people} onChange={onChange} height={220} />
      <div className={styles.chosen} aria-live="polite">
        <strong>{t('design.chosen', { count: people.length })}</strong>
        <span className={styles.quiet}>{people.map(({ name }) => name).join(t('separator'))}</span>
        {people.length > 0 && (
          <Button look="quiet" onClick={() => onChange([])}>
            {t('design.clear')}
          </Button>
        )}
      </div>
      {people.some(isRefused) && (
        <div>
          <Button onClick={() => onChange(people.filter((person) => !isRefused(person)))}>
            {t('design.removeRefused', { count: people.filter(isRefused).length })}
          </Button>
        </div>
      )}
      {errors.length > 0 && (
        <ul className={styles.errors} role="alert">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </>
  );
}

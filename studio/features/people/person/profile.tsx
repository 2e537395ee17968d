'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Masked, unmask } from '@/features/api/fragments';
import { isLocale } from '@/features/i18n/locale';
import { useTimeWords } from '@/features/time/use-time-words';
import { Fact, Facts } from '@/features/ui/facts';
import type { PersonProfileFragment } from '@/gql/graphql';
import { kindOfSource, ownerOf } from '../owned-fields';
import { Panel } from './panel';
import styles from './person.module.css';

const NONE = '–';

/** What is known of a person, and of each fact that another system keeps, by which. */
export function Profile(props: { person: Masked<PersonProfileFragment> }) {
  const person = unmask<PersonProfileFragment>(props.person);
  const t = useTranslations('people');
  const words = useTimeWords();
  const { identities } = person;
  const fact = (field: string, value: ReactNode) => {
    const owner = ownerOf(identities, field);
    return (
      <Fact name={t(`field.${field}` as never)}>
        {value ?? NONE}
        {owner !== undefined && (
          <span className={styles.source}>{t('fromSource', { source: t(`source.${kindOfSource(owner)}`) })}</span>
        )}
      </Fact>
    );
  };
  return (
    <>
      <Panel title={t('profile')}>
        <Facts data-testid="profile">
          {fact('email', person.email)}
          {fact('employeeNumber', person.employeeNumber)}
          {fact('departmentId', person.department?.name)}
          {fact('jobRoleKey', person.job?.title)}
          {fact('managerId', person.manager && <PersonLink person={person.manager} />)}
          {fact('joinedOn', person.joinedOn && words.date(person.joinedOn, 'full'))}
          {fact('locale', t(`languages.${isLocale(person.locale) ? person.locale : 'en'}`))}
          {fact('timeZone', person.timeZone.replaceAll('_', ' '))}
          {person.mentorCapacity != null && fact('mentorCapacity', t('mentees', { count: person.mentorCapacity }))}
          {person.mentorExperienceYears != null &&
            fact('mentorExperienceYears', t('years', { years: person.mentorExperienceYears }))}
        </Facts>
      </Panel>
      {person.team && person.team.length > 0 && (
        <Panel title={t('team', { count: person.team.length })}>
          <ul className={styles.names}>
            {person.team.map((member) => (
              <li key={member.id}>
                <PersonLink person={member} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {identities && identities.length > 0 && (
        <Panel title={t('knownBy')}>
          <ul className={styles.names}>
            {identities.map(({ source, externalId }) => (
              <li key={`${source} ${externalId}`}>
                {t(`source.${kindOfSource(source)}`)} <span className={styles.quiet}>{externalId}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

export function PersonLink({ person }: { person: { id: string; name: string } }) {
  return <Link href={`/people/${encodeURIComponent(person.id)}`}>{person.name}</Link>;
}

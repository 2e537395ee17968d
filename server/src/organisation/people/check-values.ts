import { LANGUAGES } from '@planwright/schema/text';
import { isValidZone } from '@planwright/schema/time';
import { isEmail } from '../../people/index.js';
import { say } from '../generated/messages.js';
import type { PersonField, PersonValues } from './person-change.js';

const MOST_FACTS = 100;
const FACT_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** What is said in every language. */
export type Sentence = ReturnType<typeof say>;

/** A value that can be nobody's, with the sentence that says so. */
export interface BadValue {
  field: PersonField;
  sentence: Sentence;
}

const isShort = (text: string, most: number): boolean => text.length <= most;

/** What cannot be so, whoever it is said of. Texts come without space around them (`trimmed`). */
export function badValues(values: PersonValues): BadValue[] {
  const bad: BadValue[] = [];
  const check = (field: PersonField, holds: boolean, sentence: Sentence) => {
    if (!holds) bad.push({ field, sentence });
  };
  const { name, givenName, familyName, email, employeeNumber, joinedOn, locale, timeZone } = values;
  if (name !== undefined) check('name', name !== '' && isShort(name, 200), say('person.badName'));
  if (givenName) check('givenName', isShort(givenName, 200), say('person.badName'));
  if (familyName) check('familyName', isShort(familyName, 200), say('person.badName'));
  if (email) check('email', isEmail(email), say('person.badEmail'));
  if (employeeNumber) check('employeeNumber', isShort(employeeNumber, 64), say('person.badEmployeeNumber'));
  if (joinedOn) check('joinedOn', joinedOn >= '1900-01-01' && joinedOn <= '2200-12-31', say('person.badJoinedOn'));
  if (locale !== undefined) check('locale', LANGUAGES.includes(locale), say('person.badLocale'));
  if (timeZone !== undefined) check('timeZone', isValidZone(timeZone), say('person.badTimeZone'));
  const { mentorCapacity: capacity, mentorExperienceYears: years, facts } = values;
  if (capacity != null)
    check('mentorCapacity', Number.isInteger(capacity) && capacity >= 0 && capacity <= 1000, say('person.badCapacity'));
  if (years != null) check('mentorExperienceYears', years >= 0 && years <= 80, say('person.badExperience'));
  if (facts) {
    const entries = Object.entries(facts);
    check(
      'facts',
      entries.length <= MOST_FACTS && entries.every(([fact, value]) => isFact(fact, value)),
      say('person.badFacts'),
    );
  }
  return bad;
}

const isFact = (name: string, value: unknown): boolean =>
  FACT_NAME.test(name) &&
  (value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && isShort(value, 1000)));

/** Without space around texts; a text of nothing but space is none. */
export function trimmed<Values extends PersonValues>(values: Values): Values {
  const text = (value: string | null | undefined) => (value == null ? value : value.trim() || null);
  const { name, givenName, familyName, email, employeeNumber, jobRoleKey } = values;
  return {
    ...values,
    ...(name === undefined ? {} : { name: name.trim().replace(/\s+/gu, ' ') }),
    ...(givenName === undefined ? {} : { givenName: text(givenName) }),
    ...(familyName === undefined ? {} : { familyName: text(familyName) }),
    ...(email === undefined ? {} : { email: text(email) }),
    ...(employeeNumber === undefined ? {} : { employeeNumber: text(employeeNumber) }),
    ...(jobRoleKey === undefined ? {} : { jobRoleKey: text(jobRoleKey) }),
  };
}

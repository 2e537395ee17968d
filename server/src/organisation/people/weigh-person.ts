import { isDeepStrictEqual } from 'node:util';
import { mayActOn, mayManageAccount, personParties } from '../../access/index.js';
import type { OwnedField, PersonSource } from '../../people/index.js';
import { say } from '../generated/messages.js';
import { isProgram, type OrganisationAct } from '../organisation-act.js';
import { badValues, type Sentence } from './check-values.js';
import type { KnownPeople, KnownPerson } from './known-people.js';
import { afterOf, differences, type PersonAfter, withoutChanging } from './person-after.js';
import type { FieldChange, PersonChange, PersonField, RejectionCode } from './person-change.js';
import { sourceName } from './source-name.js';

export interface Weighed {
  change: PersonChange;
  personId: string;
  /** Absent: somebody new. */
  before: KnownPerson | undefined;
  after: PersonAfter;
  changes: FieldChange[];
}

export interface Rejected {
  ref: string;
  code: RejectionCode;
  path: PersonField[];
  sentence: Sentence;
}

type Fault = Omit<Rejected, 'ref'>;
const fault = (code: RejectionCode, sentence: Sentence, ...path: PersonField[]): Fault => ({ code, path, sentence });

/** Who weighs what against what. */
interface Weighing {
  actor: OrganisationAct['actor'];
  known: KnownPeople;
  /** The people of this call by their `ref`. */
  idOf: ReadonlyMap<string, string>;
}

/** One change by itself: values, rights, who owns what, and whether what it names is there. */
export function weighPerson(weighing: Weighing, change: PersonChange): Weighed | Rejected {
  const { actor, known, idOf } = weighing;
  const { ref } = change;
  const personId = idOf.get(ref);
  if (personId === undefined) throw new Error('a change without an id');
  const before = change.personId === undefined ? undefined : known.people.get(change.personId);
  if (change.personId !== undefined && !before) return { ref, ...fault('NOT_FOUND', say('person.unknown')) };
  const wanted = afterOf(known, change, before, personId, idOf);
  const asked = differences(before, wanted);
  const owners = ownersBesides(before, isProgram(actor) ? actor.source : change.identity?.source);
  const owned = asked.filter(({ field }) => owners.has(field));
  // A program cannot be asked: what another owns stays as it is, and the rest is taken.
  const after =
    before && isProgram(actor)
      ? withoutChanging(
          wanted,
          before,
          owned.map(({ field }) => field),
        )
      : wanted;
  const changes = after === wanted ? asked : differences(before, after);
  const one = { change, personId, before, after, changes };
  const wrong =
    refusal(actor, one) ?? badValue(one) ?? ownedElsewhere(actor, owned, owners) ?? unknownThing(weighing, one);
  return wrong ? { ref, ...wrong } : one;
}

/** HR on both sides of a move; and nobody touches the address of an account that has more rights than they could give. */
function refusal(actor: OrganisationAct['actor'], { before, after, change, changes }: Weighed): Fault | undefined {
  if (isProgram(actor)) {
    const touched = changes.length > 0 || linksDifferently(before, change);
    return touched && before?.roles.includes('ADMIN') ? fault('FORBIDDEN', say('person.ofAdmin')) : undefined;
  }
  const covers = (departmentId: string | null) =>
    mayActOn(actor, before ? 'updatePerson' : 'createPerson', personParties(before?.id ?? '', departmentId));
  if (before && !covers(before.departmentId)) return fault('FORBIDDEN', say('person.notCovered'));
  if ((!before || isChanged(changes, 'departmentId')) && !covers(after.departmentId))
    return fault('FORBIDDEN', say('person.departmentNotCovered'), 'departmentId');
  if (before && isChanged(changes, 'email') && !mayManageAccount(actor, before.roles))
    return fault('FORBIDDEN', say('person.outranked'), 'email');
  return undefined;
}

function badValue({ change, before, after, changes }: Weighed): Fault | undefined {
  if (!before && !change.name) return fault('INVALID', say('person.badName'), 'name');
  const [bad] = badValues(change);
  if (bad) return fault('INVALID', bad.sentence, bad.field);
  return isChanged(changes, 'email') && after.email === null && before?.accountId
    ? fault('INVALID', say('person.signsInByIt'), 'email')
    : undefined;
}

function ownedElsewhere(
  actor: OrganisationAct['actor'],
  [owned]: readonly FieldChange[],
  owners: ReadonlyMap<PersonField, PersonSource>,
): Fault | undefined {
  const source = owned && owners.get(owned.field);
  return !owned || source === undefined || isProgram(actor)
    ? undefined
    : fault('OWNED_ELSEWHERE', say('person.ownedElsewhere', { source: sourceName(source) }), owned.field);
}

/** Something that the change names and that is not there, or not any more. */
function unknownThing({ known, idOf }: Weighing, { change, after, changes }: Weighed): Fault | undefined {
  const { departmentId, jobRole, managerId } = after;
  if (departmentId !== null && isChanged(changes, 'departmentId')) {
    const department = known.departments.get(departmentId);
    if (!department) return fault('NOT_FOUND', say('person.unknownDepartment'), 'departmentId');
    if (department.closed) return fault('INVALID', say('person.closedDepartment'), 'departmentId');
  }
  if (jobRole !== null && isChanged(changes, 'jobRoleKey') && !known.jobRoles.has(jobRole))
    return fault('NOT_FOUND', say('person.unknownJobRole'), 'jobRoleKey');
  if (managerId !== null && isChanged(changes, 'managerId')) {
    const manager = known.people.get(managerId);
    const { manager: named } = change;
    const isNew = named != null && 'ref' in named && idOf.has(named.ref);
    if (!manager && !isNew) return fault('NOT_FOUND', say('person.unknownManager'), 'managerId');
    if (manager && !manager.active) return fault('INVALID', say('person.managerLeft'), 'managerId');
  }
  return undefined;
}

export const isChanged = (changes: readonly FieldChange[], field: PersonField): boolean =>
  changes.some((change) => change.field === field);

/** A first link, another one, or another list of what the source owns. */
export function linksDifferently(before: KnownPerson | undefined, { identity }: PersonChange): boolean {
  if (!identity) return false;
  const there = before?.identities.find(({ source }) => source === identity.source);
  return there?.externalId !== identity.externalId || !isDeepStrictEqual(new Set(there.owns), new Set(identity.owns));
}

/** Which source other than the writer owns which field. */
function ownersBesides(
  before: KnownPerson | undefined,
  writer: PersonSource | undefined,
): Map<PersonField, PersonSource> {
  const isField = (field: OwnedField): field is OwnedField & PersonField => field !== 'active';
  return new Map(
    (before?.identities ?? [])
      .filter(({ source }) => source !== writer)
      .flatMap(({ source, owns }) => owns.filter(isField).map((field) => [field, source] as const)),
  );
}

import { whereWritable } from '../database/index.js';
import type { Acting } from '../people/index.js';
import { recordAudit } from './audit.js';
import type { SignedInContext } from './graphql/context.js';
import { forbidden } from './graphql/request-error.js';
import { MUTATIONS, type MutationName, READS, type Read, type Relation, type Rule } from './mutation-rules.js';
import { NotAllowed } from './not-allowed.js';

export type { Relation } from './mutation-rules.js';

/** What a viewer asks to do, or to read. */
export type Action = MutationName | Read;

const ruleOf = (action: Action): Rule => ({ ...MUTATIONS, ...READS })[action];

/** The door: whether any role of the viewer could allow the action at all. Which people it reaches is asked after that. */
export function may(viewer: Acting, action: Action): boolean {
  const rule = ruleOf(action);
  switch (rule.on) {
    case 'NOBODY':
    case 'ONESELF':
      return true;
    case 'WORKSPACE':
    case 'OBJECT':
    case 'EVERYBODY':
      return rule.roles.some((role) => viewer.roles.has(role));
    case 'PERSON':
      return rule.by.some((relation) =>
        relation === 'HR' || relation === 'ADMIN' ? viewer.roles.has(relation) : true,
      );
    default:
      return rule satisfies never;
  }
}

/** Whether the viewer may do it to this person, or in this enrolment. */
export function mayActOn(viewer: Acting, action: Action, parties: EnrolmentParties): boolean {
  const rule = ruleOf(action);
  if (rule.on !== 'PERSON') throw new Error(`${action} is not about a person`);
  const relations = relationsTo(viewer, parties);
  if (relations.has('SELF') && rule.own === 'REFUSED') return false;
  return rule.by.some((relation) => relations.has(relation));
}

/** Refuses what is not for this viewer to do to one of these people; `subject` is for the audit trail. */
export function requireEach(
  viewer: Acting,
  action: Action,
  people: readonly EnrolmentParties[],
  subject: (parties: EnrolmentParties) => string = ({ personId }) => `Person:${personId}`,
): void {
  for (const parties of people) if (!mayActOn(viewer, action, parties)) throw new NotAllowed(action, subject(parties));
}

/** Refuses acts on everybody, or on what somebody else set up, to viewers who do not reach everybody. */
export function requireAll(viewer: Acting, action: Action, subject: string, ownerId?: string | null): void {
  const rule = ruleOf(action);
  if (rule.on !== 'EVERYBODY' && rule.on !== 'OBJECT') throw new Error(`${action} is not about everybody`);
  const owns = rule.on === 'OBJECT' && ownerId === viewer.personId;
  if (!may(viewer, action) || !(owns || viewer.scope.reach === 'all')) throw new NotAllowed(action, subject);
}

export interface EnrolmentParties {
  enrolmentId: string;
  personId: string;
  mentorId: string | null;
  /** Department of the person. */
  departmentId: string | null;
}

/** A person as such, in no enrolment. */
export const personParties = (personId: string, departmentId: string | null): EnrolmentParties => ({
  enrolmentId: '',
  personId,
  mentorId: null,
  departmentId,
});

/** All of the viewer's relations to an enrolment; empty = a stranger. */
export function relationsTo(viewer: Acting, parties: EnrolmentParties): ReadonlySet<Relation> {
  const { scope, roles } = viewer;
  const relations = new Set<Relation>();
  if (parties.personId === viewer.personId) relations.add('SELF');
  const accompanies =
    parties.mentorId !== null && (parties.mentorId === viewer.personId || scope.standsInFor.includes(parties.mentorId));
  if (accompanies) relations.add('MENTOR');
  if (scope.team.includes(parties.personId)) relations.add('LEAD');
  if (scope.partnered.includes(parties.enrolmentId)) relations.add('PARTNER');
  if (roles.has('SERVICE')) relations.add('SERVICE');
  if (roles.has('ADMIN')) relations.add('ADMIN');
  const covered =
    scope.reach === 'all' || (parties.departmentId !== null && scope.departments.includes(parties.departmentId));
  if (roles.has('HR') && covered) relations.add('HR');
  return relations;
}

/** Answers FORBIDDEN and leaves the try in the audit trail. */
export async function refuse(context: SignedInContext, action: string, subject?: string): Promise<never> {
  const { viewer, database, now } = context;
  // What is refused stays refused, also while nothing can be written down.
  const written = await whereWritable(() =>
    database.work((tx) =>
      recordAudit(tx, {
        workspaceId: viewer.workspace.id,
        at: now,
        actorId: viewer.personId,
        action,
        outcome: 'REFUSED',
        ...(subject === undefined ? {} : { subject }),
      }),
    ),
  );
  if (!written)
    context.log.warn({ action, actor: viewer.personId }, 'a refusal could not be written to the audit trail');
  throw forbidden(context);
}

/** Passes when a role of the viewer could allow the action; else as `refuse`. */
export async function requireAction(context: SignedInContext, action: Action, subject?: string): Promise<void> {
  if (!may(context.viewer, action)) await refuse(context, action, subject);
}

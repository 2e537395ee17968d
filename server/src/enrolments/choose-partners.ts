import { findItem } from '@planwright/schema/definition';
import { type Item, kindOf } from '@planwright/schema/kinds';
import { notFound, userError } from '../access/graphql/index.js';
import type { Act, Outcome } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import type { ProgressDeps } from '../progress/index.js';
import { type ActedOn, actOnEnrolment } from './act-on-enrolment.js';
import { say } from './generated/messages.js';

export interface ChoosePartners {
  enrolmentId: string;
  itemKey: string;
  personIds: string[];
}

const CHOOSE_PARTNERS = statement(
  columns(PersonEntity, 'id', 'name', 'active'),
  'select id, name, active from person where id = any($1::uuid[])',
);

/** Who shares a task, in place of those who did before; they see this task and its submissions, nothing else. */
export async function choosePartners(act: Act, deps: ProgressDeps, input: ChoosePartners): Promise<Outcome<ActedOn>> {
  const { tx, viewer, language, now } = act;
  const { enrolmentId, itemKey } = input;
  const personIds = [...new Set(input.personIds)];
  const people = await tx.rows(CHOOSE_PARTNERS, [personIds]);
  if (people.length < personIds.length) throw notFound(act);
  const error = (sentence: Parameters<typeof userError>[1], path: string[]) => ({
    error: userError('INVALID', sentence, language, path),
  });
  return actOnEnrolment(act, deps, {
    action: 'choosePartners',
    enrolmentId,
    decide: ({ personId, definition }) => {
      const item = findItem(definition, itemKey)?.item;
      if (!item) return error(say('noSuchItem'), ['itemKey']);
      const most = partnersOf(item);
      if (most === 0) return error(say('needsNoPartners'), ['itemKey']);
      if (personIds.length > most) return error(say('tooManyPartners', { count: most }), ['personIds']);
      const self = personIds.indexOf(personId);
      if (self >= 0) return error(say('ownPartner'), ['personIds', String(self)]);
      const gone = people.find((person) => !person.active);
      if (gone) return error(say('notActive', { name: gone.name }), ['personIds', String(personIds.indexOf(gone.id))]);
      const data = { itemKey, personIds };
      return { events: [{ type: 'partnersChosen', actor: viewer.personId, occurredAt: now, data }] };
    },
  });
}

/** How many people may share an item; a peer who reviews or approves is chosen in the same way. */
const partnersOf = (item: Item): number => kindOf(item).partners?.(item) ?? 0;

import { globalId } from '../../access/graphql/index.js';
import type { DeliveryRecord, OccurrenceRecord } from '../reminder-records.js';
import type { DeliveryType, ReminderOccurrenceType } from './reminder.type.js';

export function occurrenceView(
  record: OccurrenceRecord,
): ReminderOccurrenceType & { __typename: 'ReminderOccurrence' } {
  const { ruleKey, itemKey, stepKey, channel, state, sentAt, provisional, at, deliverAt } = record;
  return {
    __typename: 'ReminderOccurrence',
    id: globalId('ReminderOccurrence', record.id),
    ruleKey,
    itemKey,
    stepKey,
    channel,
    state,
    sentAt,
    provisional,
    recipient: record.role,
    dueAt: at,
    deferredTo: deliverAt > at ? deliverAt : null,
    enrolmentUuid: record.enrolmentId,
    recipientUuid: record.recipientId,
    versionUuid: record.versionId,
    about: record.about,
    whyText: record.why,
    reasonText: record.reason,
  };
}

export function deliveryView(record: DeliveryRecord): DeliveryType & { __typename: 'Delivery' } {
  const { id, personId, integrationId, detail, reason, ...shown } = record;
  return {
    __typename: 'Delivery',
    id: globalId('Delivery', id),
    ...shown,
    uuid: id,
    personUuid: personId,
    integrationUuid: integrationId,
    providerDetail: detail,
    reasonText: reason,
  };
}

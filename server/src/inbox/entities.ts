import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../database/index.js';

export const InboxMessageEntity = defineEntity({
  name: 'InboxMessage',
  tableName: 'inbox_message',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    deliveryKey: p.text(),
    title: p.text(),
    markdown: p.text(),
    link: p.text().nullable(),
    at: instant(),
    readAt: instant().nullable(),
  },
});

export const inboxEntities = [InboxMessageEntity] as const;

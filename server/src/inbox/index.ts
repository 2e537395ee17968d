export { deliverToInbox } from './deliver-to-inbox.js';
export { Inbox } from './inbox.js';

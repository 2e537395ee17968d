export { noteHandOvers } from './leaving/hand-overs.js';
export { HandOverType } from './leaving/leaving.type.js';
export type { AfterCommit, HandedOver, Leaver, OrganisationListener, Returned } from './listener.js';
export { providerDirectory } from './provider-directory.js';

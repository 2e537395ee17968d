export type { OrganisationListener } from './listener.js';

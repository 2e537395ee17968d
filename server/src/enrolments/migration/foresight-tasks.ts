import { foreseePart } from './foresee-part.js';

/** What takes seconds for thousands of people, and would hold up everybody's requests and boards meanwhile. */
export const foresightTasks = { foreseePart };

export { type Act, audited, command, done, NotAllowed, type Outcome, refused } from '../access/outcome.js';

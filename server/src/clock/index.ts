export { type Clock, msBetween, plusMs, systemClock, workspaceNow } from './clock.js';
export { type DueWork, Ticker } from './ticker.js';

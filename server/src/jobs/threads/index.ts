export { TaskEnded, type ThreadLimits, Threads } from './threads.js';

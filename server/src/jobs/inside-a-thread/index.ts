export { answerTasks } from './answer-tasks.js';

import { answerTasks } from '../../jobs/threads/answer-tasks.js';
import { foresightTasks } from './foresight-tasks.js';

answerTasks(foresightTasks);

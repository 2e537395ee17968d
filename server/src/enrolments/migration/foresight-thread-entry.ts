import { answerTasks } from '../../jobs/threads/answer-tasks.js';
import { foresight } from './foresight-thread.js';

answerTasks(foresight);

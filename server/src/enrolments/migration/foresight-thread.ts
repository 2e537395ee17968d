import { answerTasks } from '../../jobs/inside-a-thread/index.js';
import { foresightTasks } from './foresight-tasks.js';

answerTasks(foresightTasks);

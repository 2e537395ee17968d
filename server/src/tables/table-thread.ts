import { answerTasks } from '../jobs/inside-a-thread/index.js';
import { tableTasks } from './table-tasks.ts';

answerTasks(tableTasks);

import { answerTasks } from '../jobs/threads/answer-tasks.ts';
import { tableTasks } from './table-tasks.ts';

answerTasks(tableTasks);

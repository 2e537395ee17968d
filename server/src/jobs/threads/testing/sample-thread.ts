import { answerTasks } from '../../inside-a-thread/answer-tasks.js';
import { sampleTasks } from './sample-tasks.js';

answerTasks(sampleTasks);

import { answerTasks } from '../answer-tasks.js';
import { sampleTasks } from './sample-tasks.js';

answerTasks(sampleTasks);

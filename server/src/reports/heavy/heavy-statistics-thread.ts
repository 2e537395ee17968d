import { answerTasks } from '../../jobs/threads/answer-tasks.js';
import { heavyStatistics } from './heavy-statistics.js';

answerTasks(heavyStatistics);

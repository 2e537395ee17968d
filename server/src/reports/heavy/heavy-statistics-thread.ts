import { answerTasks } from '../../jobs/inside-a-thread/index.js';
import { heavyStatistics } from './heavy-statistics.js';

answerTasks(heavyStatistics);

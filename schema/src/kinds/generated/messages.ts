// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'approval.placeholder': Record<never, never>;
  'approval.notCompletable': Record<never, never>;
  'approval.name': Record<never, never>;
  'assessment.placeholder': Record<never, never>;
  'assessment.notCompletable': Record<never, never>;
  'assessment.name': Record<never, never>;
  'course.placeholder': Record<never, never>;
  'course.notCompletable': Record<never, never>;
  'course.learningPlatformReports': Record<never, never>;
  'course.name': Record<never, never>;
  'meeting.placeholder': Record<never, never>;
  'meeting.name': Record<never, never>;
  'survey.placeholder': Record<never, never>;
  'survey.notCompletable': Record<never, never>;
  'survey.name': Record<never, never>;
  'survey.question': Record<never, never>;
  'task.placeholder': Record<never, never>;
  'task.notCompletable': Record<never, never>;
  'task.step': { at: Said };
  'task.name': Record<never, never>;
  'task.stepWord': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'approval.placeholder': '新审批',
    'approval.notCompletable': '提交成果即可完成',
    'approval.name': '审批',
    'assessment.placeholder': '新测评',
    'assessment.notCompletable': '此项按成绩完成',
    'assessment.name': '测评',
    'course.placeholder': '新课程',
    'course.notCompletable': '此课程按成绩完成',
    'course.learningPlatformReports': '此课程由学习平台回传完成情况',
    'course.name': '课程',
    'meeting.placeholder': '新面谈',
    'meeting.name': '面谈',
    'survey.placeholder': '新问卷',
    'survey.notCompletable': '此问卷由上级或团队填写',
    'survey.name': '问卷',
    'survey.question': '题目',
    'task.placeholder': '新任务',
    'task.notCompletable': '提交成果即可完成',
    'task.step': ["第 ",["at"]," 步"],
    'task.name': '任务',
    'task.stepWord': '步骤',
  },
  en: {
    'approval.placeholder': 'New approval',
    'approval.notCompletable': 'Submit your work to complete this',
    'approval.name': 'approval',
    'assessment.placeholder': 'New assessment',
    'assessment.notCompletable': 'This is completed by a score',
    'assessment.name': 'assessment',
    'course.placeholder': 'New course',
    'course.notCompletable': 'This course is completed by its score',
    'course.learningPlatformReports': 'The learning platform reports this course',
    'course.name': 'course',
    'meeting.placeholder': 'New meeting',
    'meeting.name': 'meeting',
    'survey.placeholder': 'New survey',
    'survey.notCompletable': 'This survey is answered by the superior or the team',
    'survey.name': 'survey',
    'survey.question': 'question',
    'task.placeholder': 'New task',
    'task.notCompletable': 'Submit your work to complete this',
    'task.step': ["Step ",["at"]],
    'task.name': 'task',
    'task.stepWord': 'step',
  },
});
export const { say, sayIn, says } = messages;

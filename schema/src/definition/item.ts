export { type Approval, approval } from '../kinds/approval.js';
export { type Assessment, assessment } from '../kinds/assessment.js';
export { type Course, course } from '../kinds/course.js';
export { ITEM_KINDS, type Item, type ItemKind, type ItemOf, item, itemKind } from '../kinds/index.js';
export { type Meeting, meeting } from '../kinds/meeting.js';
export {
  REQUIREMENTS,
  type Requirement,
  type ReviewerRole,
  type RuleUse,
  requirement,
  reviewerRole,
  ruleUse,
  score,
} from '../kinds/shared.js';
export { type Survey, survey } from '../kinds/survey.js';
export {
  type PartnerRequest,
  partnerRequest,
  type Review,
  review,
  type Step,
  step,
  type Task,
  task,
} from '../kinds/task.js';

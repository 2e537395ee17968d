// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  'person.badName': Record<never, never>;
  'person.badEmail': Record<never, never>;
  'person.badEmployeeNumber': Record<never, never>;
  'person.badJoinedOn': Record<never, never>;
  'person.badLocale': Record<never, never>;
  'person.badTimeZone': Record<never, never>;
  'person.badCapacity': Record<never, never>;
  'person.badExperience': Record<never, never>;
  'person.badFacts': Record<never, never>;
  'person.unknown': Record<never, never>;
  'person.unknownDepartment': Record<never, never>;
  'person.closedDepartment': Record<never, never>;
  'person.unknownJobRole': Record<never, never>;
  'person.unknownManager': Record<never, never>;
  'person.managerLeft': Record<never, never>;
  'person.managerRejected': Record<never, never>;
  'person.cycle': Record<never, never>;
  'person.emailTaken': Record<never, never>;
  'person.numberTaken': Record<never, never>;
  'person.identityTaken': Record<never, never>;
  'person.signsInByIt': Record<never, never>;
  'person.notCovered': Record<never, never>;
  'person.departmentNotCovered': Record<never, never>;
  'person.outranked': Record<never, never>;
  'person.ofAdmin': Record<never, never>;
  'person.ownedElsewhere': { source: Said };
  'source.file': Record<never, never>;
  'source.scim': Record<never, never>;
  'source.history': Record<never, never>;
  'source.provider': Record<never, never>;
  'source.integration': Record<never, never>;
  'settings.nameTaken': Record<never, never>;
  'settings.badName': Record<never, never>;
  'settings.badTime': Record<never, never>;
  'settings.noHours': Record<never, never>;
  'settings.badCalendar': Record<never, never>;
  'settings.badFileSize': Record<never, never>;
  'settings.badTarget': Record<never, never>;
  'department.badName': Record<never, never>;
  'department.nameTaken': Record<never, never>;
  'department.cycle': Record<never, never>;
  'department.parentClosed': Record<never, never>;
  'department.stillUsed': { people: number; departments: number };
  'department.mergeCycle': Record<never, never>;
  'jobRole.badTitle': Record<never, never>;
  'jobRole.badDuties': Record<never, never>;
  'jobRole.badKey': Record<never, never>;
  'role.service': Record<never, never>;
  'role.onlyHrOfDepartment': Record<never, never>;
  'role.hasLeft': Record<never, never>;
  'role.lastAdmin': Record<never, never>;
  left: Record<never, never>;
  returned: Record<never, never>;
  successorLeavesToo: { name: Said };
  noSuccessor: { name: Said };
  lastAdmin: Record<never, never>;
  hasLeft: Record<never, never>;
  hasNotLeft: { name: Said };
  addressGivenAway: { name: Said };
  noHandOvers: Record<never, never>;
  handedOverAlready: Record<never, never>;
  successorOfOneself: Record<never, never>;
  successorBelow: { name: Said };
  periodTooFar: Record<never, never>;
  periodBackwards: Record<never, never>;
  periodOver: Record<never, never>;
  ownDeputy: Record<never, never>;
  notACandidate: Record<never, never>;
  deputyHasLeft: { name: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'person.badName': '填写姓名，最多 200 个字。',
    'person.badEmail': '邮箱格式不对，应类似 li.min@company.example。',
    'person.badEmployeeNumber': '工号最多 64 个字符。',
    'person.badJoinedOn': '入职日期应在 1900 年至 2200 年之间。',
    'person.badLocale': '选择中文（zh-CN）或英文（en）。',
    'person.badTimeZone': '选择一个时区，例如 Asia/Shanghai。',
    'person.badCapacity': '指导学员数填 0 至 1000 的整数。',
    'person.badExperience': '导师年限填 0 至 80 的数字。',
    'person.badFacts': '补充信息最多 100 项，每项是文本、数字或是/否；名称只能用字母、数字和下划线。',
    'person.unknown': '没有这个人，或你无权查看。',
    'person.unknownDepartment': '没有这个部门。',
    'person.closedDepartment': '这个部门已停用，选择其他部门。',
    'person.unknownJobRole': '没有这个岗位，先在岗位列表里添加。',
    'person.unknownManager': '没有这位上级。',
    'person.managerLeft': '这位上级已离职，选择其他人。',
    'person.managerRejected': '上级所在的行有问题，先改好那一行。',
    'person.cycle': '这样设置后，此人会直接或间接成为自己的上级，选择其他上级。',
    'person.emailTaken': '这个邮箱已被其他人使用。',
    'person.numberTaken': '这个工号已被其他人使用。',
    'person.identityTaken': '这个外部账号已关联到其他人。',
    'person.signsInByIt': '此人用这个邮箱登录，可以换一个，不能清空。',
    'person.notCovered': '此人不在你负责的部门内。',
    'person.departmentNotCovered': '只能把人放进你负责的部门。',
    'person.outranked': '此人的角色超出你的授权范围，只有管理员能改其邮箱。',
    'person.ofAdmin': '此人是管理员，只能由人来修改，程序不能改。',
    'person.ownedElsewhere': ["此项来自",["source"],"，请在那里修改。"],
    'source.file': '导入的文件',
    'source.scim': '公司目录（SCIM）',
    'source.history': '导入的历史数据',
    'source.provider': '登录服务',
    'source.integration': '已连接的系统',
    'settings.nameTaken': '已有工作区使用这个名称，换一个。',
    'settings.badName': '填写工作区名称，最多 200 字。',
    'settings.badTime': '填写时间，如 09:00。',
    'settings.noHours': '下班时间早于上班时间，重新选择。',
    'settings.badCalendar': '没有这个日历。',
    'settings.badFileSize': '填写 1 到 200 MB。',
    'settings.badTarget': '比例填 0 到 100%，分数填 0 到 100。',
    'department.badName': '填写部门名称，最多 200 个字。',
    'department.nameTaken': '同级已有同名部门，换个名称。',
    'department.cycle': '部门不能归到自己或自己的下级部门，选择其他上级部门。',
    'department.parentClosed': '上级部门已停用，先启用它，或选择其他上级部门。',
    'department.stillUsed': ["部门里还有 ",["people"]," 人，下面还有 ",["departments"]," 个未停用的部门。先把他们移走，或合并到其他部门。"],
    'department.mergeCycle': '不能合并到自己或自己的下级部门，选择其他部门。',
    'jobRole.badTitle': '填写岗位名称，中文、英文至少一种，各不超过 200 个字。',
    'jobRole.badDuties': '填写岗位职责，中文、英文至少一种，各不超过 4000 个字。',
    'jobRole.badKey': '标识只能用小写字母、数字和连字符，最多 63 个字符。',
    'role.service': '这个角色只给程序用，请创建服务令牌。',
    'role.onlyHrOfDepartment': '只有 HR 角色能限定部门，清空部门。',
    'role.hasLeft': '此人已离职，先恢复在职。',
    'role.lastAdmin': '这是最后一位管理员，先指定其他管理员。',
    left: '离职',
    returned: '恢复在职',
    successorLeavesToo: [["name"],"也在离职名单中，选择在职的人接手。"],
    noSuccessor: [["name"],"已离职或不是员工，选择在职的人。"],
    lastAdmin: '这是最后一位管理员，先指定另一位管理员。',
    hasLeft: '此人已离职。',
    hasNotLeft: [["name"],"并未离职。"],
    addressGivenAway: ["该邮箱现由",["name"],"使用，先更换其中一人的邮箱。"],
    noHandOvers: '选择 1 到 500 人。',
    handedOverAlready: '这些人已完成交接，刷新列表即可看到。',
    successorOfOneself: '所选人员不能由本人接手，另选他人，或取消选择此人。',
    successorBelow: [["name"],"是所选人员的下属，另选他人。"],
    periodTooFar: '选择一年以内的日期。',
    periodBackwards: '最后一天早于开始日期。',
    periodOver: '这段时间已经过去，选择更晚的最后一天。',
    ownDeputy: '不能指定本人为代理人，另选他人。',
    notACandidate: '选择带学员或带团队的同事，或联系 HR 指定。',
    deputyHasLeft: [["name"],"已离职，另选他人。"],
  },
  en: {
    'person.badName': 'Give a name of up to 200 characters.',
    'person.badEmail': 'This is not an e-mail address. Write it like li.min@company.example.',
    'person.badEmployeeNumber': 'Give an employee number of up to 64 characters.',
    'person.badJoinedOn': 'Choose a first day between 1900 and 2200.',
    'person.badLocale': 'Choose Chinese (zh-CN) or English (en).',
    'person.badTimeZone': 'Choose a time zone such as Asia/Shanghai.',
    'person.badCapacity': 'Give a whole number of learners from 0 to 1,000.',
    'person.badExperience': 'Give the years of experience as a number from 0 to 80.',
    'person.badFacts': 'Up to 100 facts, each a text, a number, or yes or no. Their names have letters, digits and _ only.',
    'person.unknown': 'This person does not exist, or you may not see them.',
    'person.unknownDepartment': 'There is no such department.',
    'person.closedDepartment': 'This department is closed. Choose another one.',
    'person.unknownJobRole': 'There is no such job role. Add it to the list of job roles first.',
    'person.unknownManager': 'There is no such manager.',
    'person.managerLeft': 'This manager has left. Choose somebody else.',
    'person.managerRejected': 'The manager in this row could not be saved. Correct the manager’s row first.',
    'person.cycle': 'This person would be their own manager, directly or through others. Choose another manager.',
    'person.emailTaken': 'Somebody else has this e-mail address.',
    'person.numberTaken': 'Somebody else has this employee number.',
    'person.identityTaken': 'This identity belongs to somebody else.',
    'person.signsInByIt': 'This person signs in with this address. Give another one instead of none.',
    'person.notCovered': 'You are not responsible for this person’s department.',
    'person.departmentNotCovered': 'You can only add people to departments that you are responsible for.',
    'person.outranked': 'This person holds a role that you cannot give. Only an administrator can change their e-mail address.',
    'person.ofAdmin': 'This person is an administrator. Only a person can change them, not a program.',
    'person.ownedElsewhere': ["This comes from ",["source"]," and is changed there."],
    'source.file': 'an imported file',
    'source.scim': 'the company directory (SCIM)',
    'source.history': 'the imported history',
    'source.provider': 'the sign-in provider',
    'source.integration': 'a connected system',
    'settings.nameTaken': 'Another workspace has this name. Choose another one.',
    'settings.badName': 'Give the workspace a name of up to 200 characters.',
    'settings.badTime': 'Write a time of the day such as 09:00.',
    'settings.noHours': 'The working day ends before it begins. Choose a later end.',
    'settings.badCalendar': 'There is no such calendar.',
    'settings.badFileSize': 'Choose 1 to 200 megabytes.',
    'settings.badTarget': 'Choose a share from 0 to 100 %, or a score from 0 to 100.',
    'department.badName': 'Give the department a name of up to 200 characters.',
    'department.nameTaken': 'There is a department of this name beside it. Choose another name.',
    'department.cycle': 'A department cannot be part of itself. Choose another place for it.',
    'department.parentClosed': 'This department is closed. Open it first, or choose another place.',
    'department.stillUsed': ["It still has ",["people",2,{"one":"one person","other":[["people"]," people"]}]," and ",["departments",2,{"one":"one open department","other":[["departments"]," open departments"]}]," below it. Move them first, or merge it into another department."],
    'department.mergeCycle': 'The department that stays is part of the other one, or is the same. Choose another one.',
    'jobRole.badTitle': 'Give the job role a title in Chinese or English, up to 200 characters each.',
    'jobRole.badDuties': 'Describe the duties in Chinese or English, up to 4,000 characters each.',
    'jobRole.badKey': 'Use small letters, digits and hyphens for the key, up to 63 characters.',
    'role.service': 'This role is for programs. Create a service token instead.',
    'role.onlyHrOfDepartment': 'Only HR can be for one department. Leave the department empty.',
    'role.hasLeft': 'This person has left. Bring them back first.',
    'role.lastAdmin': 'This is the last administrator. Make somebody else one first.',
    left: 'Left the company',
    returned: 'Came back to the company',
    successorLeavesToo: [["name"]," is leaving, too. Choose somebody who stays."],
    noSuccessor: [["name"]," has left or is no person. Choose somebody who works here."],
    lastAdmin: 'This is the last administrator. Make somebody else an administrator first.',
    hasLeft: 'This person has left already.',
    hasNotLeft: [["name"]," has not left."],
    addressGivenAway: [["name"]," has this e-mail address now. Give one of them another address first."],
    noHandOvers: 'Choose 1 to 500 people.',
    handedOverAlready: 'These people are handed over already. Reload the list.',
    successorOfOneself: 'One of these people cannot take over themselves. Choose somebody else, or leave that person out.',
    successorBelow: [["name"]," reports to one of these people. Choose somebody else."],
    periodTooFar: 'Choose a day within a year from today.',
    periodBackwards: 'The last day lies before the first one.',
    periodOver: 'The period is over already. Choose a later last day.',
    ownDeputy: 'Nobody is their own deputy. Choose somebody else.',
    notACandidate: 'Choose a colleague who mentors or leads people, or ask HR to name somebody.',
    deputyHasLeft: [["name"]," has left. Choose somebody else."],
  },
});
export const { say, sayIn, says } = messages;

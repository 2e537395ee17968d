// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  noName: Record<never, never>;
  formula: { sign: Said };
  wronglyDecoded: Record<never, never>;
  tooLong: { most: Said };
  badEmail: Record<never, never>;
  badCapacity: Record<never, never>;
  badYears: Record<never, never>;
  badLanguage: Record<never, never>;
  badTimeZone: Record<never, never>;
  badStatus: Record<never, never>;
  rowSaysLeft: Record<never, never>;
  readAs: { text: Said };
  'date.NO_YEAR': { given: Said };
  'date.SHORT_YEAR': { given: Said };
  'date.NO_DAY': { given: Said };
  'date.DAY_OR_MONTH': { given: Said };
  'date.NO_SUCH_DAY': { given: Said };
  'date.TOO_FAR': { given: Said };
  'date.UNREADABLE': { given: Said };
  unknownDepartment: { name: Said };
  unknownDepartmentForOthers: { name: Said };
  closedDepartment: { name: Said };
  severalDepartments: { paths: Said };
  unknownJobRole: { name: Said };
  unknownJobRoleForOthers: { name: Said };
  unknownManager: { who: Said };
  managerLeft: { name: Said };
  severalManagers: { count: Said; who: Said; numbers: Said };
  ownManager: Record<never, never>;
  managerLeftOut: { name: Said; line: Said };
  cycle: { names: Said };
  sameRow: { line: Said };
  samePerson: { lines: Said };
  severalCalled: { count: Said; name: Said };
  severalWithNumber: { number: Said };
  hasLeft: { name: Said; number: Said };
  emailOfOther: { name: Said; number: Said; own: Said };
  leadingZeros: { theirs: Said; number: Said };
  namesake: { count: number; name: Said };
  emailTaken: Record<never, never>;
  numberTaken: Record<never, never>;
  outranked: Record<never, never>;
  notCovered: Record<never, never>;
  departmentNotCovered: Record<never, never>;
  departmentNeeded: Record<never, never>;
  noColumns: Record<never, never>;
  whichColumn: { column: Said };
  columnUnread: { names: Said };
  noRows: Record<never, never>;
  tooManyRows: { rows: Said; most: Said };
  oneTable: Record<never, never>;
  notReady: Record<never, never>;
  outdated: Record<never, never>;
  nothingToDo: Record<never, never>;
  allOrNothingBlocked: { rows: number };
  tooManyMissing: { missing: Said; share: Said };
  notForYou: Record<never, never>;
  broken: Record<never, never>;
  'template.sheet': Record<never, never>;
  'template.guide': Record<never, never>;
  'template.column': Record<never, never>;
  'template.meaning': Record<never, never>;
  'template.leave': Record<never, never>;
  'template.problem': Record<never, never>;
  'template.line': Record<never, never>;
  'template.leftOut': Record<never, never>;
  'guide.employeeNumber': Record<never, never>;
  'guide.name': Record<never, never>;
  'guide.email': Record<never, never>;
  'guide.department': Record<never, never>;
  'guide.jobRole': Record<never, never>;
  'guide.manager': Record<never, never>;
  'guide.managerNumber': Record<never, never>;
  'guide.joinedOn': Record<never, never>;
  'guide.locale': Record<never, never>;
  'guide.timeZone': Record<never, never>;
  'guide.mentorCapacity': Record<never, never>;
  'guide.mentorExperienceYears': Record<never, never>;
  'columns.employeeNumber': Record<never, never>;
  'columns.name': Record<never, never>;
  'columns.familyName': Record<never, never>;
  'columns.givenName': Record<never, never>;
  'columns.email': Record<never, never>;
  'columns.department': Record<never, never>;
  'columns.jobRole': Record<never, never>;
  'columns.manager': Record<never, never>;
  'columns.managerNumber': Record<never, never>;
  'columns.joinedOn': Record<never, never>;
  'columns.locale': Record<never, never>;
  'columns.timeZone': Record<never, never>;
  'columns.mentorCapacity': Record<never, never>;
  'columns.mentorExperienceYears': Record<never, never>;
  'columns.status': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    noName: '没有姓名。填写姓名，或删除这一行。',
    formula: ["内容以“",["sign"],"”开头，表格软件会把它当作公式执行。删除这个符号。"],
    wronglyDecoded: '文字编码有误，内容已成乱码。用 Excel 另存为 .xlsx 后再导入。',
    tooLong: ["内容过长，最多 ",["most"]," 个字。"],
    badEmail: '邮箱格式不对。应类似 li.min@company.example，每人一个邮箱。',
    badCapacity: '填写 0 到 1000 的整数，例如 3。',
    badYears: '填写 0 到 80 的年数，例如 2.5。',
    badLanguage: '填写“中文”或“英文”。',
    badTimeZone: '填写时区名称，例如 Asia/Shanghai。',
    badStatus: '无法识别。填写“在职”，或删除这一列。',
    rowSaysLeft: '文件写明此人已离职，因此不导入。如在系统中仍为在职，请在人员页面办理离职。',
    readAs: ["读取为 ",["text"],"。"],
    'date.NO_YEAR': ["“",["given"],"”没有年份。补上年份，例如 2026-03-01。"],
    'date.SHORT_YEAR': ["“",["given"],"”的年份只有两位。写全年份，例如 2026-03-01。"],
    'date.NO_DAY': ["“",["given"],"”没有日。补上日，例如 2026-03-01。"],
    'date.DAY_OR_MONTH': ["“",["given"],"”分不清月和日。写成 2026-03-01 的形式。"],
    'date.NO_SUCH_DAY': ["日历上没有“",["given"],"”这一天。更正日期。"],
    'date.TOO_FAR': ["“",["given"],"”早于 1950 年，或晚于两年之后。检查年份。"],
    'date.UNREADABLE': ["“",["given"],"”不是日期。写成 2026-03-01 的形式。"],
    unknownDepartment: ["没有“",["name"],"”这个部门。更正名称，或勾选“新建文件中的部门和岗位”。"],
    unknownDepartmentForOthers: ["没有“",["name"],"”这个部门。更正名称，或请负责全公司的 HR 新建。"],
    closedDepartment: ["部门“",["name"],"”已关闭。换成在用的部门。"],
    severalDepartments: ["有多个部门叫这个名称：",["paths"],"。写完整路径。"],
    unknownJobRole: ["没有“",["name"],"”这个岗位。更正名称，或勾选“新建文件中的部门和岗位”。"],
    unknownJobRoleForOthers: ["没有“",["name"],"”这个岗位。更正名称，或请负责全公司的 HR 新建。"],
    unknownManager: ["文件和系统中都没有“",["who"],"”。更正姓名，填写工号，或为此人添加一行。"],
    managerLeft: [["name"]," 已离职，不能作为上级。填写现任上级。"],
    severalManagers: ["有 ",["count"]," 人叫“",["who"],"”（",["numbers"],"）。填写上级的工号。"],
    ownManager: '自己不能是自己的上级。更正，或填“-”表示没有上级。',
    managerLeftOut: ["上级 ",["name"]," 在第 ",["line"]," 行，该行不导入。先更正第 ",["line"]," 行。"],
    cycle: ["上下级成环：",["names"],"。更正其中一人的上级。"],
    sameRow: ["与第 ",["line"]," 行完全相同。删除其中一行。"],
    samePerson: ["第 ",["lines"]," 行是同一个人，但内容不同。只保留正确的一行。"],
    severalCalled: ["有 ",["count"]," 人叫“",["name"],"”，无法区分。填写工号或邮箱。"],
    severalWithNumber: ["有多人的工号写法与“",["number"],"”只差大小写。先在人员页面更正。"],
    hasLeft: [["name"],"（",["number"],"）已离职。先在人员页面恢复，再导入。"],
    emailOfOther: ["邮箱属于 ",["name"],"（",["number"],"），不是 ",["own"],"。更正邮箱或工号。"],
    leadingZeros: ["系统中的工号是 ",["theirs"],"，这里是 ",["number"],"。表格去掉了前面的 0：把这一列设为文本格式，补上 0。"],
    namesake: ["系统中已有",["count",2,{"other":[["count"]," 人"]}],"叫“",["name"],"”。如是同一人，请填写系统中的工号或邮箱，否则会新建一人。"],
    emailTaken: '邮箱已被其他人使用。每人一个邮箱，更正后再导入。',
    numberTaken: '工号已被其他人使用（包括已离职人员）。更正工号。',
    outranked: '此人的权限高于您，不能更改其邮箱。请管理员更改。',
    notCovered: '此人不在您负责的部门，不能更改。删除这一行。',
    departmentNotCovered: '只能添加或调入您负责的部门。更正部门。',
    departmentNeeded: '您只负责部分部门：新人员必须填写其中的部门。',
    noColumns: '没有找到列名。第一行应为“姓名、工号、部门”等列名；可下载模板对照。',
    whichColumn: ["指定哪一列是",["column"],"。"],
    columnUnread: ["未读取的列：",["names"],"。"],
    noRows: '列名下方没有任何人。',
    tooManyRows: ["文件有 ",["rows"]," 行，一次最多 ",["most"]," 行。拆成几个文件。"],
    oneTable: '请粘贴表格，或选择一个文件，二者选一。',
    notReady: '尚未检查完，或已导入。稍候，或重新上传。',
    outdated: '检查之后人员有变化。请再次核对预览，然后导入。',
    nothingToDo: '没有需要写入的内容。',
    allOrNothingBlocked: ["有 ",["rows"]," 行不能导入，且已勾选“全部通过才导入”。更正这些行，或取消勾选。"],
    tooManyMissing: ["文件中缺少 ",["missing"]," 人，占",["share"],"。可能不是完整名单。核对缺少的人员；如确需全部办理离职，请确认人数 ",["missing"],"。"],
    notForYou: '您不再有导入人员的权限。没有写入任何内容。',
    broken: '导入因系统原因未能完成，没有写入任何内容。重试；如仍失败，请联系管理员。',
    'template.sheet': '人员',
    'template.guide': '填写说明',
    'template.column': '列',
    'template.meaning': '填写内容',
    'template.leave': '空白的单元格保持原有内容；填“-”表示清空。',
    'template.problem': '需要更正',
    'template.line': '原行号',
    'template.leftOut': '未导入的人员',
    'guide.employeeNumber': '工号，每人唯一。设为文本格式，保留前面的 0。',
    'guide.name': '必填（新人员）。',
    'guide.email': '每人一个邮箱；没有邮箱的人员可以留空。',
    'guide.department': '部门名称；同名时写完整路径：总部 / 销售部。',
    'guide.jobRole': '岗位名称或代码。',
    'guide.manager': '上级的姓名、工号或邮箱；可以是文件中后面的人。',
    'guide.managerNumber': '上级的工号，与“上级”二选一。',
    'guide.joinedOn': '2026-03-01、2026/3/1 或 2026年3月1日，必须有年份。',
    'guide.locale': '中文或英文。',
    'guide.timeZone': '例如 Asia/Shanghai。',
    'guide.mentorCapacity': '作为导师最多带几人。',
    'guide.mentorExperienceYears': '带教年限。',
    'columns.employeeNumber': '工号',
    'columns.name': '姓名',
    'columns.familyName': '姓',
    'columns.givenName': '名',
    'columns.email': '邮箱',
    'columns.department': '部门',
    'columns.jobRole': '岗位',
    'columns.manager': '上级',
    'columns.managerNumber': '上级工号',
    'columns.joinedOn': '入职日期',
    'columns.locale': '语言',
    'columns.timeZone': '时区',
    'columns.mentorCapacity': '可带人数',
    'columns.mentorExperienceYears': '带教年限',
    'columns.status': '状态',
  },
  en: {
    noName: 'There is no name. Enter one, or remove the row.',
    formula: ["It begins with “",["sign"],"”, so a spreadsheet would run it as a formula. Remove the sign."],
    wronglyDecoded: 'The text was read in the wrong encoding and is damaged. Save the file as .xlsx in Excel and import that.',
    tooLong: ["It is too long: use at most ",["most"]," characters."],
    badEmail: 'This is not an e-mail address. Write one like li.min@company.example, one for each person.',
    badCapacity: 'Enter a whole number from 0 to 1000, such as 3.',
    badYears: 'Enter years from 0 to 80, such as 2.5.',
    badLanguage: 'Write Chinese or English.',
    badTimeZone: 'Write the name of a time zone, such as Asia/Shanghai.',
    badStatus: 'This status is not known. Write “active”, or remove the column.',
    rowSaysLeft: 'The file says that this person has left, so they are not imported. If they are still active here, deactivate them on the People page.',
    readAs: ["Read as ",["text"],"."],
    'date.NO_YEAR': ["“",["given"],"” has no year. Add it: 2026-03-01."],
    'date.SHORT_YEAR': ["The year in “",["given"],"” has two digits. Write all four: 2026-03-01."],
    'date.NO_DAY': ["“",["given"],"” has no day. Add it: 2026-03-01."],
    'date.DAY_OR_MONTH': ["In “",["given"],"”, day and month cannot be told apart. Write it as 2026-03-01."],
    'date.NO_SUCH_DAY': ["“",["given"],"” is not in the calendar. Correct the date."],
    'date.TOO_FAR': ["“",["given"],"” is before 1950 or more than two years ahead. Check the year."],
    'date.UNREADABLE': ["“",["given"],"” is not a date. Write it as 2026-03-01."],
    unknownDepartment: ["There is no department “",["name"],"”. Correct the name, or tick “Create departments and job roles from the file”."],
    unknownDepartmentForOthers: ["There is no department “",["name"],"”. Correct the name, or ask HR of the whole company to create it."],
    closedDepartment: ["The department “",["name"],"” is closed. Choose one that is open."],
    severalDepartments: ["Several departments have this name: ",["paths"],". Write the whole path."],
    unknownJobRole: ["There is no job role “",["name"],"”. Correct the name, or tick “Create departments and job roles from the file”."],
    unknownJobRoleForOthers: ["There is no job role “",["name"],"”. Correct the name, or ask HR of the whole company to create it."],
    unknownManager: ["Nobody in the file or in Planwright is called “",["who"],"”. Correct the name, write the employee number, or add a row for them."],
    managerLeft: [["name"]," has left and cannot be a manager. Enter the present one."],
    severalManagers: [["count"]," people are called “",["who"],"” (",["numbers"],"). Write the manager’s employee number."],
    ownManager: 'Nobody can be their own manager. Correct it, or write “-” for no manager.',
    managerLeftOut: ["Their manager ",["name"]," is in row ",["line"],", which is left out. Correct row ",["line"]," first."],
    cycle: ["They would be above themselves: ",["names"],". Correct the manager of one of them."],
    sameRow: ["This row is the same as row ",["line"],". Remove one of them."],
    samePerson: ["Rows ",["lines"]," are about one person and say different things. Keep the right one."],
    severalCalled: [["count"]," people are called “",["name"],"” and cannot be told apart. Add an employee number or an e-mail address."],
    severalWithNumber: ["Several people have an employee number that differs from “",["number"],"” only in case. Correct them on the People page first."],
    hasLeft: [["name"]," (",["number"],") has left. Bring them back on the People page, then import."],
    emailOfOther: ["The address belongs to ",["name"]," (",["number"],"), not to ",["own"],". Correct the address or the number."],
    leadingZeros: ["Here the employee number is ",["theirs"],", in the file it is ",["number"],". The spreadsheet has removed the zeros: format the column as text and put them back."],
    namesake: [["count",2,{"one":"Somebody is","other":[["count"]," people are"]}]," called “",["name"],"” here already. If it is the same person, write their employee number or e-mail address as it is here; otherwise a new person is created."],
    emailTaken: 'Somebody else has this e-mail address. Each person has their own: correct it.',
    numberTaken: 'Somebody else has this employee number, perhaps somebody who has left. Correct it.',
    outranked: 'This person has more rights than you, so you cannot change their e-mail address. Ask an administrator.',
    notCovered: 'This person is not in a department that you look after. Remove the row.',
    departmentNotCovered: 'You can only add or move people to departments that you look after. Correct the department.',
    departmentNeeded: 'You look after some departments: new people need one of them.',
    noColumns: 'No column names were found. The first row should name the columns, such as name, employee number and department; the template shows how.',
    whichColumn: ["Say which column is ",["column"],"."],
    columnUnread: ["Columns that are not read: ",["names"],"."],
    noRows: 'There is nobody below the column names.',
    tooManyRows: ["The file has ",["rows"]," rows; ",["most"]," can be imported at a time. Split it."],
    oneTable: 'Paste a table or choose a file, one of the two.',
    notReady: 'It has not been checked yet, or has been imported. Wait a moment, or upload it again.',
    outdated: 'People have changed since the preview. Look at it again, then import.',
    nothingToDo: 'There is nothing to write.',
    allOrNothingBlocked: [["rows",2,{"one":"One row","other":[["rows"]," rows"]}]," cannot be imported, and “all or nothing” is ticked. Correct them, or remove the tick."],
    tooManyMissing: [["missing"]," people are missing from the file, ",["share"]," of them. It may not be the whole list. Look at who is missing; to deactivate them all, confirm the number ",["missing"],"."],
    notForYou: 'You may no longer import people. Nothing was written.',
    broken: 'The import failed for a reason on our side. Nothing was written. Try again; if it fails again, tell your administrator.',
    'template.sheet': 'People',
    'template.guide': 'How to fill it in',
    'template.column': 'Column',
    'template.meaning': 'What goes in it',
    'template.leave': 'An empty cell leaves what is there; “-” clears it.',
    'template.problem': 'To correct',
    'template.line': 'Row',
    'template.leftOut': 'Left out',
    'guide.employeeNumber': 'One for each person. Format the column as text to keep zeros at the start.',
    'guide.name': 'Required for new people.',
    'guide.email': 'One for each person. People without e-mail can be left empty.',
    'guide.department': 'Its name; the whole path where several have the same name: Head office / Sales.',
    'guide.jobRole': 'Its title or key.',
    'guide.manager': 'Name, employee number or e-mail address of the manager, who may stand further down.',
    'guide.managerNumber': 'Employee number of the manager, instead of the name.',
    'guide.joinedOn': '2026-03-01, 2026/3/1 or 1 March 2026, always with the year.',
    'guide.locale': 'Chinese or English.',
    'guide.timeZone': 'Such as Asia/Shanghai.',
    'guide.mentorCapacity': 'How many people they can mentor at a time.',
    'guide.mentorExperienceYears': 'Years of experience as a mentor.',
    'columns.employeeNumber': 'employee number',
    'columns.name': 'name',
    'columns.familyName': 'family name',
    'columns.givenName': 'given name',
    'columns.email': 'e-mail',
    'columns.department': 'department',
    'columns.jobRole': 'job role',
    'columns.manager': 'manager',
    'columns.managerNumber': 'manager’s employee number',
    'columns.joinedOn': 'joined on',
    'columns.locale': 'language',
    'columns.timeZone': 'time zone',
    'columns.mentorCapacity': 'mentor capacity',
    'columns.mentorExperienceYears': 'years as a mentor',
    'columns.status': 'status',
  },
});
export const { say, sayIn, says } = messages;

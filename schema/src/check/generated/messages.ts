// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'checkCompletion.stageAsksThings': { name: Said; n: Said; reachable: Said };
  'checkCompletion.stageAsksPoints': { name: Said; n: Said; reachable: Said };
  'checkCompletion.openingCountsFrom': { name: Said };
  'checkCycles.linkCycle': { cycle: Said };
  'checkCycles.dateCycle': { cycle: Said };
  'checkCycles.dueDateCounts': { name: Said; owner: Said };
  'checkCycles.orderCycle': { name: Said; cycle: Said };
  'checkDates.dueBeforeOpen': { name: Said; startsOn: Said; opens: Said; due: Said };
  'checkElectives.electiveButNo': { name: Said };
  'checkElectives.electiveGroupBut': { name: Said };
  'checkElectives.electiveGroupAlready': { name: Said };
  'checkElectives.electiveGroupAsks': { name: Said; choose: Said; count: Said };
  'checkElectives.electiveGroupSpreads': { name: Said; stages: Said };
  'checkElectives.stages': { before: Said; stage: Said };
  'checkExpressions.audienceExpression': Record<never, never>;
  'checkExpressions.condition': { name: Said };
  'checkExpressions.problem': { place: Said; message: Said };
  'checkInstallation.thereNoMetric': { metric: Said };
  'checkInstallation.plansCannotGive': { grant: Said };
  'checkInstallation.PROMOTED': Record<never, never>;
  'checkInstallation.FIRST_SIGN_IN': Record<never, never>;
  'checkInstallation.dateCountsFrom': { name: Said; event: Said };
  'checkInstallation.asksApprovalProcess': { name: Said };
  'checkInstallation.asksFileBut': { name: Said };
  'checkNames.thereNoWorking': { calendar: Said };
  'checkNames.noDueDate': { name: Said };
  'checkNames.countsFromStage': { name: Said };
  'checkNames.namesNothing': { key: Said };
  'checkPlugins.reminderRule': Record<never, never>;
  'checkPlugins.scorerPlans': Record<never, never>;
  'checkPlugins.scorerItems': Record<never, never>;
  'checkPlugins.unknownPlugin': { exists: boolean; place: Said; name: Said; wanted: Said; choice: Said };
  'checkPlugins.use': { fitting: Said };
  'checkPlugins.enable': Record<never, never>;
  'checkReach.waitsVain': { to: Said };
  'checkReach.noScoreLies': { low: Said; high: Said; effect: Said };
  'checkReach.givesNoScore': { name: Said; effect: Said };
  'checkReach.waitsLinksBut': { name: Said; needed: Said; count: number };
  'checkReach.conditionMeansNothing': { name: Said };
  'checkReach.conditionHoldsNobody': { name: Said };
  'checkReach.impossibleCount': { n: Said; count: Said };
  'checkReach.wantsTwoResults': { name: Said; from: Said };
  'checkReach.neverThat': { name: Said; result: Said; on: Said; effect: Said; choice: Said };
  'checkReach.choice': { result: Said };
  'checkReach.or': Record<never, never>;
  'checkWarnings.neitherNorStage': { name: Said };
  'checkWarnings.nobodyReviewsDone': { name: Said };
  'checkWarnings.grants': { grants: Said };
  'configProblems.string': Record<never, never>;
  'configProblems.integer': Record<never, never>;
  'configProblems.number': Record<never, never>;
  'configProblems.boolean': Record<never, never>;
  'configProblems.array': Record<never, never>;
  'configProblems.object': Record<never, never>;
  'configProblems.chooseOne': { values: Said };
  'configProblems.writeTimeSuch': Record<never, never>;
  'configProblems.seeWhatRule': Record<never, never>;
  'configProblems.from': { words: Said; low: Said; high: Said };
  'configProblems.least': { words: Said; low: Said };
  'configProblems.most': { words: Said; high: Said };
  'configProblems.settings': { place: Said; fault: Said };
  'configProblems.setting': { place: Said; name: Said; fault: Said };
  'configProblems.missing': Record<never, never>;
  'configProblems.secret': Record<never, never>;
  'configProblems.unknown': Record<never, never>;
  'configProblems.unknownOf': { known: Said };
  'configProblems.wrong': { wanted: Said };
  'dateWarnings.far': { name: Said; date: Said };
  'dateWarnings.holidaysNotPublished': { missing: Said };
  'windowCheck.alone': { name: Said; hours: Said; days: number };
  'windowCheck.together': { name: Said; others: number; hours: Said; days: number };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'checkCompletion.stageAsksThings': ["阶段",["name"],"要完成 ",["n"]," 项，但最多只能完成 ",["reachable"]," 项。减少数量，或增加内容。"],
    'checkCompletion.stageAsksPoints': ["阶段",["name"],"要 ",["n"]," 学分，但最多只能拿到 ",["reachable"]," 学分。降低要求，或增加学分。"],
    'checkCompletion.openingCountsFrom': ["这个开放时间从",["name"],"起算，但有的人永远等不到它。换一个每个人都会经过的起算点。"],
    'checkCycles.linkCycle': ["这些内容互相等待，谁也开放不了：",["cycle"],"。删掉其中一个关联或条件。"],
    'checkCycles.dateCycle': ["这些时间互相起算，算不出来：",["cycle"],"。让其中一个从计划开始日（START）起算。"],
    'checkCycles.dueDateCounts': [["name"],"的截止时间从它自己完成时起算（",["owner"]," → ",["owner"],"），改成从开放时（OPENED）起算。"],
    'checkCycles.orderCycle': ["阶段",["name"],"要求按顺序完成，但关联或日期反过来要求：",["cycle"],"。调整顺序，或改成不按顺序。"],
    'checkDates.dueBeforeOpen': [["name"],"还没开放就截止了：",["startsOn"]," 开始的人，",["opens"]," 才开放，",["due"]," 就截止。推迟截止时间，或提前开放。"],
    'checkElectives.electiveButNo': [["name"],"是选修，但不在任何选修组里。把它放进一个选修组，或改成必修。"],
    'checkElectives.electiveGroupBut': ["选修组里的",["name"],"不是选修。把它改成选修，或移出选修组。"],
    'checkElectives.electiveGroupAlready': [["name"],"已经在选修组里，只保留一处。"],
    'checkElectives.electiveGroupAsks': ["选修组",["name"],"要选 ",["choose"]," 项，但只有 ",["count"]," 项可选。增加可选内容，或减少应选数量。"],
    'checkElectives.electiveGroupSpreads': ["选修组",["name"],"的内容分散在",["stages"],"，把它们放到同一阶段，或每个阶段各建一组。"],
    'checkElectives.stages': [["before"],["stage"]],
    'checkExpressions.audienceExpression': '适用对象的条件',
    'checkExpressions.condition': [["name"],"的开放条件"],
    'checkExpressions.problem': [["place"],"：",["message"]],
    'checkInstallation.thereNoMetric': ["没有「",["metric"],"」这个指标，这项结果不会有数据。选一个已有的指标，或先在“指标”里新建它。"],
    'checkInstallation.plansCannotGive': ["计划还不能授予权限「",["grant"],"」，学员不会因此得到它。删掉这一项，由管理员另行授权。"],
    'checkInstallation.PROMOTED': '晋升',
    'checkInstallation.FIRST_SIGN_IN': '首次登录',
    'checkInstallation.dateCountsFrom': [["name"],"的日期从",["event"],"算起，但目前没有任何地方记录",["event"],"，这个日期不会出现。改为从开始日或其他项目算起。"],
    'checkInstallation.asksApprovalProcess': [["name"],"要走审批流程，但还没有连接能走审批的办公系统，反馈会在系统内进行。改为系统内反馈，或先连接办公系统。"],
    'checkInstallation.asksFileBut': [["name"],"要交文件，但目前还不能上传文件，学员只能贴链接。改为在线文档或链接。"],
    'checkNames.thereNoWorking': ["没有名为「",["calendar"],"」的工作日历，换成已有的，例如 cn。"],
    'checkNames.noDueDate': [["name"],"没有截止时间，没法从它起算。给它设截止时间，或换一个起算点。"],
    'checkNames.countsFromStage': [["name"],"是阶段，只能从它开放时（opened）起算；完成和截止要写条目的标识。"],
    'checkNames.namesNothing': ["计划里没有标识为「",["key"],"」的条目，改成已有的标识，或删掉这一处。"],
    'checkPlugins.reminderRule': '提醒规则',
    'checkPlugins.scorerPlans': '计划评分规则',
    'checkPlugins.scorerItems': '条目评分规则',
    'checkPlugins.unknownPlugin': [["exists",1,{"true":[["place"],"用的「",["name"],"」不是",["wanted"],"。",["choice"],"。"],"other":[["place"],"用的",["wanted"],"「",["name"],"」不存在。",["choice"],"。"]}]],
    'checkPlugins.use': ["改用 ",["fitting"],"，或启用提供它的插件"],
    'checkPlugins.enable': '启用提供它的插件，或删掉这一处',
    'checkReach.waitsVain': [["to"],"等不到它"],
    'checkReach.noScoreLies': ["分数区间 ",["low"],"–",["high"]," 里没有任何分数，",["effect"],"。把小的写在前面。"],
    'checkReach.givesNoScore': [["name"],"不会得出分数，",["effect"],"。给它加评分规则，或换一种结果。"],
    'checkReach.waitsLinksBut': [["name"],"要等 ",["needed"]," 个关联满足，但只有 ",["count"]," 个关联指向它。减少数量，或补上关联。"],
    'checkReach.conditionMeansNothing': [["name"],"的条件没有意义"],
    'checkReach.conditionHoldsNobody': [["name"],"的条件对谁都不成立，改掉或删掉它。"],
    'checkReach.impossibleCount': ["要满足 ",["n"]," 个条件，但只列了 ",["count"]," 个。减少数量，或补上条件。"],
    'checkReach.wantsTwoResults': [["name"],"要求",["from"],"同时有两种不能并存的结果，永远开放不了。把汇合规则改成 ANY，或删掉一个关联。"],
    'checkReach.neverThat': [["name"],"不会有「",["result"],"」（",["on"],"）的结果，",["effect"],"。改成",["choice"],"。"],
    'checkReach.choice': ["「",["result"],"」"],
    'checkReach.or': '或',
    'checkWarnings.neitherNorStage': [["name"],"和它的阶段都没有截止时间，不会提醒也不会逾期。给其中一个设截止时间。"],
    'checkWarnings.nobodyReviewsDone': [["name"],"提交后没有人反馈，提交即完成。需要反馈就设一位反馈人。"],
    'checkWarnings.grants': ["这份计划会授予权限（",["grants"],"），要由管理员发布。"],
    'configProblems.string': '要填文字',
    'configProblems.integer': '要填整数',
    'configProblems.number': '要填数字',
    'configProblems.boolean': '要填 true 或 false',
    'configProblems.array': '要填列表',
    'configProblems.object': '要填一组设置',
    'configProblems.chooseOne': ["可选 ",["values"]],
    'configProblems.writeTimeSuch': '写成 09:00 这样的时间',
    'configProblems.seeWhatRule': '按规则的说明填写',
    'configProblems.from': [["words"],"，从 ",["low"]," 到 ",["high"]],
    'configProblems.least': [["words"],"，不小于 ",["low"]],
    'configProblems.most': [["words"],"，不大于 ",["high"]],
    'configProblems.settings': [["place"],"的设置",["fault"],"。"],
    'configProblems.setting': [["place"],"的设置「",["name"],"」",["fault"],"。"],
    'configProblems.missing': '没有填。补上它',
    'configProblems.secret': '看起来是密钥。计划人人可读，把密钥放进集成的设置，从这里删掉',
    'configProblems.unknown': '不存在。删掉它',
    'configProblems.unknownOf': ["不存在，可用的有 ",["known"],"。改正名称，或删掉它"],
    'configProblems.wrong': ["填得不对，",["wanted"]],
    'dateWarnings.far': [["name"],"的截止时间离开始超过一年（",["date"],"），确认数量和单位没有写错。"],
    'dateWarnings.holidaysNotPublished': [["missing"]," 年的放假安排还没有发布，这一年的日期按周一至周五暂定。发布日历后会自动更新。"],
    'windowCheck.alone': [["name"],"共需 ",["hours"]," 小时，但开放到截止之间只有 ",["days"]," 个工作日（每天 8 小时）。推迟截止时间，或减少时长。"],
    'windowCheck.together': [["name"],"和同期另外 ",["others"]," 项必修内容共需 ",["hours"]," 小时，但开放到截止之间只有 ",["days"]," 个工作日（每天 8 小时）。推迟截止时间，或减少时长。"],
  },
  en: {
    'checkCompletion.stageAsksThings': ["Stage ",["name"]," asks for ",["n"]," things, but only ",["reachable"]," can be done in it. Ask for fewer, or add items."],
    'checkCompletion.stageAsksPoints': ["Stage ",["name"]," asks for ",["n"]," points, but only ",["reachable"]," can be had in it. Ask for fewer, or give more points."],
    'checkCompletion.openingCountsFrom': ["This opening counts from ",["name"],", a date that never comes for some people. Count from something that everybody does."],
    'checkCycles.linkCycle': ["These wait for each other and none can open: ",["cycle"],". Remove one of the links or conditions."],
    'checkCycles.dateCycle': ["These dates count from each other and cannot be worked out: ",["cycle"],". Let one of them count from START."],
    'checkCycles.dueDateCounts': ["The due date of ",["name"]," counts from its own completion (",["owner"]," → ",["owner"],"). Let it count from OPENED."],
    'checkCycles.orderCycle': ["Stage ",["name"]," wants its items done in order, but links or dates want it the other way round: ",["cycle"],". Change the order, or drop it."],
    'checkDates.dueBeforeOpen': [["name"]," is due before it opens: for those who start on ",["startsOn"]," it opens ",["opens"]," and is due ",["due"],". Move the due date later, or open it earlier."],
    'checkElectives.electiveButNo': [["name"]," is elective but in no elective group. Put it in one, or make it required."],
    'checkElectives.electiveGroupBut': [["name"]," is in an elective group but not elective. Make it elective, or take it out."],
    'checkElectives.electiveGroupAlready': [["name"]," is in an elective group already. Keep it in one place."],
    'checkElectives.electiveGroupAsks': ["Elective group ",["name"]," asks for ",["choose"]," of ",["count"],". Add more to choose from, or ask for fewer."],
    'checkElectives.electiveGroupSpreads': ["Elective group ",["name"]," spreads over ",["stages"],". Bring its items into one stage, or make a group for each."],
    'checkElectives.stages': [["before"]," and ",["stage"]],
    'checkExpressions.audienceExpression': 'the audience expression',
    'checkExpressions.condition': ["the condition of ",["name"]],
    'checkExpressions.problem': [["place"],": ",["message"]],
    'checkInstallation.thereNoMetric': ["There is no metric “",["metric"],"”, so nothing would be measured. Choose one that exists, or create it under Outcomes first."],
    'checkInstallation.plansCannotGive': ["Plans cannot give the right “",["grant"],"” yet: nobody gets it by enrolling. Remove it and let an administrator grant it."],
    'checkInstallation.PROMOTED': 'a promotion',
    'checkInstallation.FIRST_SIGN_IN': 'the first sign-in',
    'checkInstallation.dateCountsFrom': ["A date of ",["name"]," counts from ",["event"],", which nothing records yet, so it never comes. Count from the start or from another item."],
    'checkInstallation.asksApprovalProcess': [["name"]," asks for an approval process, but no office system is connected that runs one; the review happens in Planwright. Choose that, or connect a system."],
    'checkInstallation.asksFileBut': [["name"]," asks for a file, but files cannot be uploaded yet; learners paste a link. Ask for a document or a link."],
    'checkNames.thereNoWorking': ["There is no working-day calendar “",["calendar"],"”. Choose one that exists, such as cn."],
    'checkNames.noDueDate': [["name"]," has no due date to count from. Give it one, or count from something else."],
    'checkNames.countsFromStage': [["name"]," is a stage: only its opening can be counted from. Name an item for completed or due."],
    'checkNames.namesNothing': ["Nothing in the plan has the key “",["key"],"”. Name something that exists, or remove this."],
    'checkPlugins.reminderRule': 'reminder rule',
    'checkPlugins.scorerPlans': 'scorer of plans',
    'checkPlugins.scorerItems': 'scorer of items',
    'checkPlugins.unknownPlugin': [["exists",1,{"true":[["place"]," uses “",["name"],"”, which is no ",["wanted"],". ",["choice"],"."],"other":[["place"]," uses the ",["wanted"]," “",["name"],"”, which does not exist. ",["choice"],"."]}]],
    'checkPlugins.use': ["Use ",["fitting"],", or enable the plugin that brings it"],
    'checkPlugins.enable': 'Enable the plugin that brings it, or remove this',
    'checkReach.waitsVain': [["to"]," waits for it in vain"],
    'checkReach.noScoreLies': ["No score lies from ",["low"]," to below ",["high"],", so ",["effect"],". Write the lower one first."],
    'checkReach.givesNoScore': [["name"]," gives no score, so ",["effect"],". Give it a scorer, or choose another result."],
    'checkReach.waitsLinksBut': [["name"]," waits for ",["needed"]," links, but ",["count"]," ",["count",2,{"one":"leads","other":"lead"}]," to it. Ask for fewer, or add links."],
    'checkReach.conditionMeansNothing': ["the condition of ",["name"]," means nothing"],
    'checkReach.conditionHoldsNobody': ["The condition of ",["name"]," holds for nobody. Change it, or remove it."],
    'checkReach.impossibleCount': ["It asks for ",["n"]," of ",["count"]," conditions. Ask for fewer, or add some."],
    'checkReach.wantsTwoResults': [["name"]," wants two results of ",["from"]," that exclude each other, so it never opens. Join its links with ANY, or remove one."],
    'checkReach.neverThat': [["name"]," is never ",["result"]," (",["on"],"), so ",["effect"],". Choose ",["choice"],"."],
    'checkReach.choice': [["result"]],
    'checkReach.or': ' or ',
    'checkWarnings.neitherNorStage': ["Neither ",["name"]," nor its stage has a due date, so nobody is reminded. Give one of them a due date."],
    'checkWarnings.nobodyReviewsDone': ["Nobody reviews ",["name"],"; it is done once it is handed in. Name a reviewer if it should have feedback."],
    'checkWarnings.grants': ["This plan grants rights (",["grants"],"), so an admin has to publish it."],
    'configProblems.string': 'Give a text',
    'configProblems.integer': 'Give a whole number',
    'configProblems.number': 'Give a number',
    'configProblems.boolean': 'Give true or false',
    'configProblems.array': 'Give a list',
    'configProblems.object': 'Give a group of settings',
    'configProblems.chooseOne': ["Choose one of ",["values"]],
    'configProblems.writeTimeSuch': 'Write a time such as 09:00',
    'configProblems.seeWhatRule': 'See what the rule says about it',
    'configProblems.from': [["words"]," from ",["low"]," to ",["high"]],
    'configProblems.least': [["words"]," of at least ",["low"]],
    'configProblems.most': [["words"]," of at most ",["high"]],
    'configProblems.settings': ["The settings of ",["place"]," ",["fault"],"."],
    'configProblems.setting': ["Setting “",["name"],"” of ",["place"]," ",["fault"],"."],
    'configProblems.missing': 'is missing. Fill it in',
    'configProblems.secret': 'looks like a secret. Plans are read by many: put secrets into the settings of an integration, and remove it here',
    'configProblems.unknown': 'does not exist. Remove it',
    'configProblems.unknownOf': ["does not exist; there are ",["known"],". Correct the name, or remove it"],
    'configProblems.wrong': ["does not fit. ",["wanted"]],
    'dateWarnings.far': [["name"]," is due more than a year after the start (",["date"],"). Check its number and unit."],
    'dateWarnings.holidaysNotPublished': ["The holidays of ",["missing"]," are not published yet; its dates count Monday to Friday for now. They move when the calendar is published."],
    'windowCheck.alone': [["name"]," takes ",["hours"]," hours, but there ",["days",2,{"one":"is 1 working day","other":["are ",["days"]," working days"]}]," of 8 hours between opening and due date. Move the due date later, or plan less work."],
    'windowCheck.together': [["name"]," and ",["others"]," other required ",["others",2,{"one":"item","other":"items"}]," of the same time take ",["hours"]," hours, but there ",["days",2,{"one":"is 1 working day","other":["are ",["days"]," working days"]}]," of 8 hours between opening and due date. Move the due date later, or plan less work."],
  },
});
export const { say, sayIn, says } = messages;

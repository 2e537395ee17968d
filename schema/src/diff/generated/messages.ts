// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'diffFields.adds': { subject: Said; name: Said; now: Said };
  'diffFields.dropsFormerly': { subject: Said; name: Said; old: Said };
  'diffFields.writtenDifferentlyStill': { subject: Said; name: Said; now: Said };
  'diffFields.changes': { subject: Said; name: Said; old: Said; now: Said };
  'diffFields.later': { subject: Said; name: Said; amount: Said; old: Said; now: Said };
  'diffFields.earlier': { subject: Said; name: Said; amount: Said; old: Said; now: Said };
  'diffFields.inLanguage': { name: Said; language: Said };
  'diffItems.removesFrom': { inStage: Said; item: Said };
  'diffItems.movesFrom': { name: Said; from: Said; to: Said };
  'diffItems.movesFront': { name: Said; stage: Said };
  'diffItems.movesBehind': { name: Said; stage: Said; behind: Said };
  'diffItems.becomes': { name: Said; from: Said; to: Said };
  'diffItems.scale': { scale: Said };
  'diffItems.due': { date: Said };
  'diffItems.described': { requirement: Said; kind: Said; name: Said };
  'diffItems.entry': { word: Said; name: Said };
  'diffItems.adds': { item: Said; inStage: Said };
  'diffItems.addsDue': { item: Said; inStage: Said; due: Said };
  'diffLinks.addsLink': { words: Said };
  'diffLinks.removesLink': { words: Said };
  'diffLinks.linkWrittenDifferently': { to: Said };
  'diffLinks.changesLinkBefore': { to: Said; from: Said };
  'diffLinks.linksListedAnother': Record<never, never>;
  'diffLinks.adds': { name: Said; noun: Said; words: Said };
  'diffLinks.dropsFormerly': { name: Said; noun: Said; words: Said };
  'diffLinks.nowBefore': { name: Said; noun: Said; to: Said; from: Said };
  'diffLinks.opens': { from: Said; result: Said; to: Said };
  'diffLinks.opensAfter': { from: Said; result: Said; lag: Said; to: Said };
  'diffLinks.opensScored': { from: Said; result: Said; to: Said };
  'diffLinks.opensAfterScored': { from: Said; result: Said; lag: Said; to: Said };
  'diffLinks.noun.joins': Record<never, never>;
  'diffLinks.noun.conditions': Record<never, never>;
  'diffLists.adds': { owner: Said; subject: Said };
  'diffLists.removes': { owner: Said; subject: Said };
  'diffLists.movesBehind': { subject: Said; previous: Said };
  'diffLists.movesFront': { subject: Said };
  'diffLists.owned': { owner: Said; subject: Said };
  'diffLists.addsOwn': { subject: Said };
  'diffLists.addsWith': { owner: Said; subject: Said; detail: Said };
  'diffLists.addsOwnWith': { subject: Said; detail: Said };
  'diffLists.removesOwn': { subject: Said };
  'language.zh-CN': Record<never, never>;
  'language.en': Record<never, never>;
  'value.yes': Record<never, never>;
  'value.no': Record<never, never>;
  'value.nothing': Record<never, never>;
  'value.none': Record<never, never>;
  'value.brackets': { words: Said };
  'value.comma': Record<never, never>;
  'value.field': { name: Said; words: Said };
  'value.quoted': { text: Said };
  'property.personToMeet': Record<never, never>;
  'property.partners': Record<never, never>;
  'property.recipients': Record<never, never>;
  'property.weights': Record<never, never>;
  'plan.subject': Record<never, never>;
  'plan.writtenDifferently': Record<never, never>;
  'plan.stage': { name: Said };
  'plan.electives': { name: Said };
  'plan.reminder': { name: Said };
  'plan.outcome': { name: Said };
  'plan.quoted': { name: Said };
  'plan.opens': { date: Said };
  'plan.due': { date: Said };
  'plan.choose': { from: Said; choose: Said };
  'plan.chooseChanges': { subject: Said; old: Said; now: Said };
  'plan.fromChanges': { subject: Said; was: Said; is: Said };
  'plan.sent': { ways: Said; people: Said };
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'diffFields.adds': [["subject"],"新增",["name"],"：",["now"]],
    'diffFields.dropsFormerly': [["subject"],"去掉",["name"],"，原为",["old"]],
    'diffFields.writtenDifferentlyStill': [["subject"],"的",["name"],"换了写法，仍是",["now"]],
    'diffFields.changes': [["subject"],"的",["name"],"由",["old"],"改为",["now"]],
    'diffFields.later': [["subject"],"的",["name"],"推迟 ",["amount"],"：由",["old"],"改为",["now"]],
    'diffFields.earlier': [["subject"],"的",["name"],"提前 ",["amount"],"：由",["old"],"改为",["now"]],
    'diffFields.inLanguage': [["name"],"（",["language"],"）"],
    'diffItems.removesFrom': ["从",["inStage"],"删除",["item"]],
    'diffItems.movesFrom': [["name"],"从",["from"],"移到",["to"]],
    'diffItems.movesFront': [["name"],"移到",["stage"],"最前"],
    'diffItems.movesBehind': [["name"],"在",["stage"],"中移到",["behind"],"之后"],
    'diffItems.becomes': [["name"],"由",["from"],"改为",["to"]],
    'diffItems.scale': [["scale"]," 级量表"],
    'diffItems.due': [["date"],"截止"],
    'diffItems.described': [["requirement"],["kind"],["name"]],
    'diffItems.entry': [["word"],"「",["name"],"」"],
    'diffItems.adds': ["新增",["item"],"，放在",["inStage"]],
    'diffItems.addsDue': ["新增",["item"],"，放在",["inStage"],"，",["due"],"截止"],
    'diffLinks.addsLink': ["新增关联：",["words"]],
    'diffLinks.removesLink': ["删除关联：",["words"]],
    'diffLinks.linkWrittenDifferently': ["关联换了写法，含义不变：",["to"]],
    'diffLinks.changesLinkBefore': ["修改关联：",["to"],"（原来：",["from"],"）"],
    'diffLinks.linksListedAnother': '关联的排列顺序变了，含义不变',
    'diffLinks.adds': [["name"],"新增",["noun"],"：",["words"]],
    'diffLinks.dropsFormerly': [["name"],"去掉",["noun"],"，原为",["words"]],
    'diffLinks.nowBefore': [["name"],"的",["noun"],"改为：",["to"],"（原来：",["from"],"）"],
    'diffLinks.opens': [["from"],["result"],"后开放",["to"]],
    'diffLinks.opensAfter': [["from"],["result"],"后，隔 ",["lag"],"开放",["to"]],
    'diffLinks.opensScored': [["from"],"得 ",["result"],"后开放",["to"]],
    'diffLinks.opensAfterScored': [["from"],"得 ",["result"],"后，隔 ",["lag"],"开放",["to"]],
    'diffLinks.noun.joins': '关联汇合规则',
    'diffLinks.noun.conditions': '开放条件',
    'diffLists.adds': [["owner"],"新增",["subject"]],
    'diffLists.removes': [["owner"],"删除",["subject"]],
    'diffLists.movesBehind': [["subject"],"移到",["previous"],"之后"],
    'diffLists.movesFront': [["subject"],"移到最前"],
    'diffLists.owned': [["owner"],"的",["subject"]],
    'diffLists.addsOwn': ["新增",["subject"]],
    'diffLists.addsWith': [["owner"],"新增",["subject"],"，",["detail"]],
    'diffLists.addsOwnWith': ["新增",["subject"],"，",["detail"]],
    'diffLists.removesOwn': ["删除",["subject"]],
    'language.zh-CN': '中文',
    'language.en': '英文',
    'value.yes': '是',
    'value.no': '否',
    'value.nothing': '空',
    'value.none': '空',
    'value.brackets': ["（",["words"],"）"],
    'value.comma': '，',
    'value.field': [["name"]," ",["words"]],
    'value.quoted': ["“",["text"],"”"],
    'property.personToMeet': '面谈对象',
    'property.partners': '协作者',
    'property.recipients': '收件人',
    'property.weights': '权重',
    'plan.subject': '计划',
    'plan.writtenDifferently': '计划换了写法，含义不变',
    'plan.stage': ["阶段",["name"]],
    'plan.electives': ["选修组",["name"]],
    'plan.reminder': ["提醒",["name"]],
    'plan.outcome': ["成效指标",["name"]],
    'plan.quoted': ["「",["name"],"」"],
    'plan.opens': [["date"],"开放"],
    'plan.due': [["date"],"截止"],
    'plan.choose': ["从",["from"],"中选 ",["choose"]," 项"],
    'plan.chooseChanges': [["subject"],"由选 ",["old"]," 项改为选 ",["now"]," 项"],
    'plan.fromChanges': [["subject"],"的可选内容由",["was"],"改为",["is"]],
    'plan.sent': ["通过",["ways"],"发给",["people"]],
  },
  en: {
    'diffFields.adds': [["subject"],": adds its ",["name"],", ",["now"]],
    'diffFields.dropsFormerly': [["subject"],": drops its ",["name"],", formerly ",["old"]],
    'diffFields.writtenDifferentlyStill': [["subject"],": its ",["name"]," is written differently and still means ",["now"]],
    'diffFields.changes': [["subject"],": its ",["name"]," changes from ",["old"]," to ",["now"]],
    'diffFields.later': [["subject"],": its ",["name"]," moves ",["amount"]," later, from ",["old"]," to ",["now"]],
    'diffFields.earlier': [["subject"],": its ",["name"]," moves ",["amount"]," earlier, from ",["old"]," to ",["now"]],
    'diffFields.inLanguage': [["language"]," ",["name"]],
    'diffItems.removesFrom': ["Removes ",["item"]," from ",["inStage"]],
    'diffItems.movesFrom': [["name"]," moves from ",["from"]," to ",["to"]],
    'diffItems.movesFront': [["name"]," moves to the front of ",["stage"]],
    'diffItems.movesBehind': [["name"]," moves behind ",["behind"]," in ",["stage"]],
    'diffItems.becomes': [["name"]," becomes ",["to"],", was ",["from"]],
    'diffItems.scale': ["scale of ",["scale"]],
    'diffItems.due': ["due ",["date"]],
    'diffItems.described': ["the ",["requirement"]," ",["kind"]," ",["name"]],
    'diffItems.entry': [["word"]," “",["name"],"”"],
    'diffItems.adds': ["Adds ",["item"]," to ",["inStage"]],
    'diffItems.addsDue': ["Adds ",["item"]," to ",["inStage"],", due ",["due"]],
    'diffLinks.addsLink': ["Adds a link: ",["words"]],
    'diffLinks.removesLink': ["Removes a link: ",["words"]],
    'diffLinks.linkWrittenDifferently': ["A link is written differently and means the same: ",["to"]],
    'diffLinks.changesLinkBefore': ["Changes a link: ",["to"]," (before: ",["from"],")"],
    'diffLinks.linksListedAnother': 'The links are listed in another order and mean the same',
    'diffLinks.adds': [["name"],": adds a ",["noun"],", ",["words"]],
    'diffLinks.dropsFormerly': [["name"],": drops its ",["noun"],", formerly ",["words"]],
    'diffLinks.nowBefore': [["name"],": its ",["noun"]," is now ",["to"]," (before: ",["from"],")"],
    'diffLinks.opens': [["to"]," opens after ",["from"]," is ",["result"]],
    'diffLinks.opensAfter': [["to"]," opens ",["lag"]," after ",["from"]," is ",["result"]],
    'diffLinks.opensScored': [["to"]," opens after ",["from"]," ends with ",["result"]],
    'diffLinks.opensAfterScored': [["to"]," opens ",["lag"]," after ",["from"]," ends with ",["result"]],
    'diffLinks.noun.joins': 'rule for joining links',
    'diffLinks.noun.conditions': 'condition',
    'diffLists.adds': [["owner"],": adds ",["subject"]],
    'diffLists.removes': [["owner"],": removes ",["subject"]],
    'diffLists.movesBehind': [["subject"]," moves behind ",["previous"]],
    'diffLists.movesFront': [["subject"]," moves to the front"],
    'diffLists.owned': [["subject"]," of ",["owner"]],
    'diffLists.addsOwn': ["Adds ",["subject"]],
    'diffLists.addsWith': [["owner"],": adds ",["subject"],", ",["detail"]],
    'diffLists.addsOwnWith': ["Adds ",["subject"],", ",["detail"]],
    'diffLists.removesOwn': ["Removes ",["subject"]],
    'language.zh-CN': 'Chinese',
    'language.en': 'English',
    'value.yes': 'yes',
    'value.no': 'no',
    'value.nothing': 'nothing',
    'value.none': 'none',
    'value.brackets': ["(",["words"],")"],
    'value.comma': ', ',
    'value.field': [["name"]," ",["words"]],
    'value.quoted': ["“",["text"],"”"],
    'property.personToMeet': 'person to meet',
    'property.partners': 'partners',
    'property.recipients': 'recipients',
    'property.weights': 'weights',
    'plan.subject': 'The plan',
    'plan.writtenDifferently': 'The plan is written differently and means the same',
    'plan.stage': ["the stage ",["name"]],
    'plan.electives': ["the elective group ",["name"]],
    'plan.reminder': ["the reminder ",["name"]],
    'plan.outcome': ["the outcome ",["name"]],
    'plan.quoted': ["“",["name"],"”"],
    'plan.opens': ["open ",["date"]],
    'plan.due': ["due ",["date"]],
    'plan.choose': ["choose ",["choose"]," of ",["from"]],
    'plan.chooseChanges': [["subject"],": choose ",["now"],", was ",["old"]],
    'plan.fromChanges': [["subject"],": what to choose from changes from ",["was"]," to ",["is"]],
    'plan.sent': ["to ",["people"]," by ",["ways"]],
  },
});
export const { say, sayIn, says } = messages;

import type zhCN from '@/messages/zh-CN.json';

type Messages = typeof zhCN;

/**
 * What every page brings along: the words of the frame and of the pages that people open on a phone. Pages with many
 * words of their own (designer, board, a person's run) bring all of them by a provider in their layout.
 */
export function firstMessages(messages: Messages): Partial<Messages> {
  const { frame, signIn, ui, time, states, kinds, requirements, inbox, sandbox, ...pages } = messages;
  const { myPlan, reviews, files, deputy, plans, audit } = pages;
  return {
    frame,
    signIn,
    ui,
    time,
    states,
    kinds,
    requirements,
    inbox,
    sandbox,
    myPlan,
    reviews,
    files,
    deputy,
    plans,
    audit,
  };
}

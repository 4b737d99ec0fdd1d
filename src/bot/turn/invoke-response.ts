import { type Activity, ActivityTypes, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';

/** Answers the request of an invoke: a click in a card, a rating, a search. The last answer of a turn counts. */
export function respond(context: TurnContext, body: object, status = 200): void {
  context.turnState.set(INVOKE_RESPONSE_KEY, { type: ActivityTypes.InvokeResponse, value: { status, body } });
}

/** What a click on a card's own button is answered with: the card that takes its place, or a sentence about it. */
export function clickAnswer(answer: { readonly card: object } | { readonly sentence: string }): object {
  return 'card' in answer
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.sentence };
}

/** What an invoke is answered with when there is nothing but a sentence to say to it. */
export function invokeAnswer({ name }: Partial<Activity>, sentence: string): object {
  if (name === 'composeExtension/query') return { composeExtension: { type: 'message', text: sentence } };
  return name === 'adaptiveCard/action' ? clickAnswer({ sentence }) : {};
}

/**
 * What says nothing to us is still somebody's click on Teams' own buttons, under which an error would show. Other invokes
 * that are not ours are declined by having no answer (501).
 */
export function answerIgnored(context: TurnContext): void {
  if (context.activity.name === 'message/submitAction') respond(context, {});
}

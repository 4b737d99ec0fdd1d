import {
  Dialog,
  type DialogContext,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { Action } from '../channels/action.js';
import type { Choice, Reply } from '../channels/reply.js';
import type { OpenQuestion } from './memory.js';
import type { Turn } from './turn.js';

/** Where the turn is found by the steps of a waterfall. */
export const TURN = Symbol('turn');

declare const out: unique symbol;
/** How a step ends; `Out` is what the next step will find as its answer. */
export type StepEnd<Out> = DialogTurnResult & { readonly [out]?: (value: Out) => void };

/** What a step sees: what the dialog was given, the previous step's answer, and the turn. */
export interface Step<Given, Answer, Result> {
  readonly given: Readonly<Given>;
  readonly answer: Answer;
  readonly turn: Turn;
  /** Says the replies, puts the choices under the last one, and waits. */
  askChoice(replies: readonly Reply[], choices: readonly Choice[]): Promise<StepEnd<Action>>;
  /** Says the replies and waits for words. */
  askText(
    expects: 'name' | 'email' | 'list' | 'day',
    replies: readonly Reply[],
    choices: readonly Choice[],
  ): Promise<StepEnd<string>>;
  next<Value>(value: Value): Promise<StepEnd<Value>>;
  /** Begins this dialog again with other given values. */
  again(given: Given): Promise<StepEnd<never>>;
  finish(result: Result): Promise<StepEnd<never>>;
}

/** A dialog whose parts fit together, ready for the root. */
export interface TypedDialog<Given, Result> {
  readonly id: string;
  /** Its id and the names of its steps: stored state of another shape is not continued. */
  readonly shape: string;
  readonly dialog: Dialog;
  /** Types only; never there at run time. */
  readonly types?: (given: Given) => Result;
}

type StepFunction<Given, Answer, Out, Result> = (step: Step<Given, Answer, Result>) => Promise<StepEnd<Out>>;

interface Builder<Given, Result, Last> {
  step<Out>(run: StepFunction<Given, Last, Out, Result>): Builder<Given, Result, Out>;
  /** There only when the last step always finishes. */
  readonly build: [Last] extends [never] ? () => TypedDialog<Given, Result> : 'the last step must finish';
}

/** The dialog under every question: it waits one turn and hands on what the route read as the answer. */
export class AskDialog extends Dialog {
  static readonly id = 'ask';

  constructor() {
    super(AskDialog.id);
  }

  override async beginDialog(): Promise<DialogTurnResult> {
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { answer }: Turn = dc.context.turnState.get(TURN);
    return dc.endDialog(answer?.kind === 'text' ? answer.text : answer?.action);
  }
}

/**
 * Builds a waterfall whose step's input is the previous step's answer, so that a wrong order does not compile.
 * @param id unique among the root's dialogs
 */
export function waterfall<Given extends object, Result>(id: string): Builder<Given, Result, undefined> {
  // biome-ignore lint/suspicious/noExplicitAny: the chain of answer types exists at compile time only; this is the one file where it is untyped
  const steps: StepFunction<Given, any, any, Result>[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: as above; `Builder` gives each link its type
  const builder: any = {
    step(run: StepFunction<Given, unknown, unknown, Result>) {
      steps.push(run);
      return builder;
    },
    build: (): TypedDialog<Given, Result> => ({
      id,
      shape: `${id}(${steps.map(({ name }) => name).join(',')})`,
      dialog: new WaterfallDialog<Given>(
        id,
        steps.map((run) => async (context: WaterfallStepContext<Given>) => run(stepOf(id, context))),
      ),
    }),
  };
  return builder;
}

/** A dialog that says something and is over in the same turn; what it returns is its result. */
export function oneTurn<Given extends object, Result>(
  id: string,
  run: (turn: Turn, given: Readonly<Given>) => Promise<Result>,
): TypedDialog<Given, Result> {
  const whole = async ({ given, turn, finish }: Step<Given, undefined, Result>) => finish(await run(turn, given));
  return waterfall<Given, Result>(id).step(whole).build();
}

function stepOf<Given extends object, Result>(
  id: string,
  context: WaterfallStepContext<Given>,
  // biome-ignore lint/suspicious/noExplicitAny: as above
): Step<Given, any, Result> {
  const turn: Turn = context.context.turnState.get(TURN);
  const ask = async (expects: OpenQuestion['expects'], replies: readonly Reply[], choices: readonly Choice[]) => {
    const last = replies.at(-1);
    await turn.say(...replies.slice(0, -1), ...(last ? [{ ...last, choices }] : []));
    turn.remember({ open: { dialog: id, expects } });
    return context.beginDialog(AskDialog.id);
  };
  return {
    given: context.options,
    answer: context.result,
    turn,
    askChoice: (replies, choices) => ask('choice', replies, choices),
    askText: ask,
    next: (value) => context.next(value),
    again: (given) => context.replaceDialog(id, given),
    finish: (result) => context.endDialog(result),
  };
}

import type { CardAction } from '../adaptive-card.js';
import { COMMANDS, isCommand } from '../command.js';
import type { Choice } from '../reply.js';
import { shortLabel } from './short-label.js';

/** Teams shows so many buttons under a card; the others have to go into its "…" menu. */
export const MOST_SHOWN = 6;
/** Seldom wanted: in the menu from the start. */
const isRare = ({ kind }: Choice['action']) => (isCommand(kind) ? COMMANDS[kind].isRare : kind === 'section');

/** The buttons of a card. A person stays in sight, however many there are (rule 4). */
export function cardActions(choices: readonly Choice[], shown = MOST_SHOWN): readonly CardAction[] {
  let room = shown - choices.filter(isPerson).length;
  return choices.map((choice) => {
    const isInSight = isPerson(choice) || (!isRare(choice.action) && room-- > 0);
    const action = choice.inPlace ? execute(choice) : submit(choice);
    return isInSight ? action : { ...action, mode: 'secondary' };
  });
}

const isPerson = ({ action }: Choice) => action.kind === 'handoff';

/** Says the label in the customer's name and carries the action. */
function submit({ label, action }: Choice): CardAction {
  return {
    type: 'Action.Submit',
    ...shortLabel(label),
    associatedInputs: 'none',
    data: {
      passerelle: action,
      msteams: { type: 'messageBack', displayText: label, text: label, value: { passerelle: action } },
    },
  };
}

/** Says nothing in the chat: the answer takes the card's place. A client that knows no such buttons sends a message. */
function execute(choice: Choice): CardAction {
  const { label, action } = choice;
  return {
    type: 'Action.Execute',
    ...shortLabel(label),
    associatedInputs: 'none',
    verb: 'passerelle',
    data: { passerelle: action },
    fallback: submit(choice),
  };
}

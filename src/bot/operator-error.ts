/** Something that whoever runs the bot can mend: its message names the subject and the remedy, no stack is shown. */
export class OperatorError extends Error {}

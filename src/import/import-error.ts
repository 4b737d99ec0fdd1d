/** An import that cannot go on; the message names what is wrong and what to do, for the person at the keyboard. */
export class ImportError extends Error {}

/**
 * Whether a key belongs to an input method that is still composing: it confirms a word there and means nothing here.
 * Safari has ended the composition by then, and tells by the key's code alone.
 */
export const isComposing = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;

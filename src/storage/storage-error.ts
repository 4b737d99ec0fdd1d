/** A start that cannot go on because of where the data should be kept; its message names the file and the remedy. */
export class StorageError extends Error {}

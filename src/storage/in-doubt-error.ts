import { StorageError } from './storage-error.js';

/** The server went while it committed, and has not come back to say whether it had. */
export class InDoubtError extends StorageError {}

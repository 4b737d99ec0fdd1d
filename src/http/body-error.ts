/** A body that is not taken: `status` and `code` are what its sender is told, by every door of this server. */
export class BodyError extends Error {
  constructor(
    readonly status: 400 | 408 | 413 | 415,
    readonly code: 'BadArgument' | 'MessageSizeTooBig' | 'RequestTimeout' | 'UnsupportedMediaType',
    message: string,
    /** Part of it is still on its way: the connection is of no more use. */
    readonly isUnread = false,
  ) {
    super(message);
  }
}

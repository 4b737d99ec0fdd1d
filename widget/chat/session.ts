/** What lets a customer come back to the same conversation. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Where the session is kept between pages: this browser's storage, under our own address. */
export interface SessionShelf {
  read(): Session | undefined;
  write(session: Session): void;
  forget(): void;
  /** Whether what was written is kept: other tabs read it, too. */
  isKept(): boolean;
}

/** A browser may forbid storage: the conversation then lives as long as the page. */
export function sessionShelf(open: () => Storage, key = 'passerelle'): SessionShelf {
  const tried = <T>(what: (storage: Storage) => T): T | undefined => {
    try {
      return what(open());
    } catch {
      return undefined;
    }
  };
  let isKept = false;
  return {
    isKept: () => isKept,
    read: () =>
      tried((storage) => {
        const read: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return isSession(read) ? read : undefined;
      }),
    write(session) {
      isKept =
        tried((storage) => {
          storage.setItem(key, JSON.stringify(session));
          return true;
        }) ?? false;
    },
    forget: () => void tried((storage) => storage.removeItem(key)),
  };
}

function isSession(read: unknown): read is Session {
  if (typeof read !== 'object' || read === null) return false;
  const texts = ['conversationId', 'token', 'userId'].every((name) => typeof Reflect.get(read, name) === 'string');
  return texts && Number.isFinite(Reflect.get(read, 'expiresAt'));
}

/** What this tab remembers of the launcher, from page to page. A page may forbid storage: it is then remembered until the next one. */
export interface TabMemory {
  recall(key: string): string | undefined;
  remember(key: string, value: string): void;
}

export function tabMemory(open: () => Storage): TabMemory {
  const here = new Map<string, string>();
  return {
    recall(key) {
      try {
        return open().getItem(`passerelle:${key}`) ?? here.get(key);
      } catch {
        return here.get(key);
      }
    },
    remember(key, value) {
      here.set(key, value);
      try {
        open().setItem(`passerelle:${key}`, value);
      } catch {}
    },
  };
}

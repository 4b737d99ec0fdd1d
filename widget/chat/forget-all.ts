/**
 * Takes away what this browser keeps under our address: the conversation, the language, what was begun.
 * A browser that forbids storage has kept nothing.
 * @param prefix how the names of what goes begin
 */
export function forgetAll(prefix = 'passerelle'): void {
  for (const open of [() => localStorage, () => sessionStorage]) {
    try {
      const storage = open();
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
    } catch {}
  }
}

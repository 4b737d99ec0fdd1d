/** The longest text that an address carries along, in UTF-16 units: addresses beyond 2,000 letters are cut on the way. */
const LONGEST = 300;

/** The address that opens a private chat with the bot in Teams, these words typed already. */
export function teamsChatLink(appId: string, words: string): string {
  const message = words.slice(0, LONGEST).replace(/\p{Surrogate}/gu, '');
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(appId)}&message=${encodeURIComponent(message)}`;
}

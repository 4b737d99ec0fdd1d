/** How many conversations are counted; then counting begins anew, and each is due a little later. */
const MOST_COUNTED = 10_000;

/** Whether it is a conversation's time again: each time that it has been asked for so often. */
export function nowAndThen(often: number): (conversation: string) => boolean {
  const counts = new Map<string, number>();
  return (conversation) => {
    if (counts.size >= MOST_COUNTED && !counts.has(conversation)) counts.clear();
    const count = ((counts.get(conversation) ?? 0) + 1) % often;
    counts.set(conversation, count);
    return count === 0;
  };
}

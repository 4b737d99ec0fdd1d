/** When it was said: the hour, and before today the day too. The whole date is there for machines and on hover. */
export function When({ timestamp, isShown }: { readonly timestamp: string | undefined; readonly isShown: boolean }) {
  if (timestamp === undefined) return null;
  const said = new Date(timestamp);
  const { lang } = document.documentElement;
  const isToday = said.toDateString() === new Date().toDateString();
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  return (
    <time
      dateTime={timestamp}
      title={said.toLocaleString(lang, { dateStyle: 'full', timeStyle: 'short' })}
      class={isShown ? 'when' : 'unseen'}
    >
      {said.toLocaleString(lang, isToday ? hour : { day: 'numeric', month: 'short', ...hour })}
    </time>
  );
}

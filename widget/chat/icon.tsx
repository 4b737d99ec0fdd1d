const PATHS = {
  mark: 'M4 5h16v11H11l-5 4v-4H4z',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M12 5v.01M12 12v.01M12 19v.01',
  send: 'M4 12l16-8-6 16-3-7z',
  play: 'M8 5l11 7-11 7z',
} as const;

/** A drawing beside a name; it says nothing itself. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" class={`drawing ${name}`}>
      <path d={PATHS[name]} />
    </svg>
  );
}

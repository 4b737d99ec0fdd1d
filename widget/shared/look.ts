import { readColour } from './text-colour-on';

/** How the chat looks: travels from the launcher to the chat in the address's fragment, which no server sees. */
export interface Look {
  readonly accent?: string | undefined;
  readonly theme?: 'light' | 'dark' | undefined;
  readonly title?: string | undefined;
  readonly avatar?: string | undefined;
}

export const lookToFragment = (look: Look): string => `#${encodeURIComponent(JSON.stringify(look))}`;

/**
 * Never throws: whatever the fragment holds, what is not understood is left out.
 * @param origins whose pictures may be shown
 */
export function lookOfFragment(fragment: string, origins: readonly string[]): Look {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(fragment.slice(1)));
    const field = (name: string) => {
      const value = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const theme = field('theme');
    const avatar = field('avatar');
    return {
      accent: readColour(field('accent')),
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
      title: field('title')?.slice(0, 60),
      avatar: avatar !== undefined && origins.includes(originOf(avatar)) ? avatar : undefined,
    };
  } catch {
    return {};
  }
}

export const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '');

/** What a fault of the network is called: its code, never its message, in which addresses and names stand. */
export function codeOf(error: unknown): string {
  const code = fieldOf(error, 'code') ?? fieldOf(fieldOf(error, 'cause'), 'code');
  const status = fieldOf(error, 'responseCode');
  const named = typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown fault';
  return typeof status === 'number' ? `${named} ${status}` : named;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

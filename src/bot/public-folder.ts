/** The folder under which browsers find this server: `/bot` of `https://shop.example/bot`; empty when it has the host to itself. */
export const publicFolder = (publicUrl: string): string => new URL(publicUrl).pathname.replace(/\/+$/, '');

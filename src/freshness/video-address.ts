/**
 * Where a film tells whether it is still there: the pages of YouTube and Vimeo answer 200 for one that is gone, their oEmbed
 * addresses (https://oembed.com) do not.
 */
export function videoAddress(url: string): string {
  const { hostname } = new URL(url);
  const host = hostname.replace(/^(?:www|m|player)\./, '');
  const asked = encodeURIComponent(url);
  if (host === 'youtube.com' || host === 'youtu.be' || host === 'youtube-nocookie.com')
    return `https://www.youtube.com/oembed?format=json&url=${asked}`;
  return host === 'vimeo.com' ? `https://vimeo.com/api/oembed.json?url=${asked}` : url;
}

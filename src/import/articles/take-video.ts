import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

const VIDEO =
  /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/watch\?v=|youtu\.be\/|(?:player\.)?vimeo\.com\/|(?:www\.)?loom\.com\/(?:share|embed)\/|[\w-]+\.wistia\.(?:com|net)\/|(?:www\.)?dailymotion\.com\/(?:video|embed)\/|[\w-]+\.vids\.io\/)/i;

interface Found {
  readonly video?: { readonly title: string; readonly url: string } | undefined;
  readonly body: readonly RootContent[];
}

/**
 * A paragraph that is nothing but a link to a video, with a title of its own, becomes the article's video; further ones stay
 * links where they stand.
 * @param title the article's: a video of the same name would say nothing of its own
 */
export function takeVideo(body: readonly RootContent[], title: string): Found {
  const at = body.findIndex((node) => {
    const link = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
    if (link?.type !== 'link' || !VIDEO.test(link.url)) return false;
    const words = textOf(link);
    return words !== link.url && words.toLowerCase() !== title.toLowerCase();
  });
  const paragraph = body[at];
  const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (link?.type !== 'link') return { body };
  return { video: { title: textOf(link), url: link.url }, body: body.filter((_, index) => index !== at) };
}

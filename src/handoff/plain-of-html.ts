/** What is no words of anybody's, up to where it ends; to the end of the text when it does not. */
const UNSEEN = ['style', 'script', 'head', 'title'] as const;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };

/** The words of the HTML that mail programs and desks write; where a paragraph ends is a new line. */
export function plainOfHtml(html: string): string {
  const seen = UNSEEN.reduce(without, html);
  const broken = seen.replace(/<(?:br\s*\/?|\/p|\/div|\/li)>/gi, '\n').replace(/<[^<>]*>/g, '');
  return broken.replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => NAMED[name] ?? '');
}

/** Cuts out the elements of a name, each sign of the text being looked at once. */
function without(html: string, name: string): string {
  const [first = '', ...rest] = html.split(new RegExp(`<${name}(?=[\\s>])`, 'i'));
  const end = new RegExp(`</${name}\\s{0,9}>`, 'i');
  return first + rest.map((part) => part.slice(endOf(end.exec(part), part))).join('');
}

const endOf = (found: RegExpExecArray | null, part: string) => (found ? found.index + found[0].length : part.length);

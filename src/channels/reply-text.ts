import type { Reply } from './reply.js';

/** A reply as Markdown, with all that its parts say, for whoever can draw nothing but text. */
export function replyText(reply: Reply): string {
  return paragraphsOf(reply).join('\n\n');
}

function paragraphsOf(reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'article':
      return [reply.text, `_${reply.provenance.line}_`];
    case 'step':
      return [`**${reply.progress}**`, ...reply.before, ...reply.warnings, reply.text];
    case 'report':
      return [reply.verdict, reply.rows.map(({ line }) => `- ${line}`).join('\n'), reply.text];
    default:
      return [reply.text];
  }
}

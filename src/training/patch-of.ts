import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileChange } from './file-change.js';

/** Changes as a patch that `git apply` and `patch -p1` take. */
export function patchOf(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) => {
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      const to = after === undefined ? '/dev/null' : `b/${path}`;
      const kind =
        before === undefined ? 'new file mode 100644\n' : after === undefined ? 'deleted file mode 100644\n' : '';
      const options = { headerOptions: FILE_HEADERS_ONLY };
      return `diff --git a/${path} b/${path}\n${kind}${createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, options)}`;
    })
    .join('');
}

/**
 * What a page that others frame says to those of them that are isolated from other origins (COEP): they frame nothing else.
 * @param isStrict for browsers that do not know `credentialless` (Safari): pictures of other sites then need their leave
 */
export const framedHeaders = (isStrict = false): Readonly<Record<string, string>> => ({
  'cross-origin-embedder-policy': isStrict ? 'require-corp' : 'credentialless',
  'cross-origin-resource-policy': 'cross-origin',
});

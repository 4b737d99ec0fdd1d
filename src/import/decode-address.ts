/** A path of an address in plain letters; one that is encoded wrongly stays as it is. */
export function decodeAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

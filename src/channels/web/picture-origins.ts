/** Whose pictures answers and pages show: those of the team's own sites, this server's among them. */
export function pictureOrigins(webOrigins: readonly string[], publicUrl: string): readonly string[] {
  return [...new Set([...webOrigins, new URL(publicUrl).origin])];
}

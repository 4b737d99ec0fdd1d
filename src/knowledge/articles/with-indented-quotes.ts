/**
 * Further lines of a value in quotes need no indentation in Hugo's YAML; the standard wants it. What stands in the quotes
 * stays the same, and each line where it was.
 */
export function withIndentedQuotes(yaml: string): string {
  return yaml.replace(/^[\w-]+:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*$/gm, (field) =>
    field.replace(/\n(?=[^\s])/g, '\n  '),
  );
}

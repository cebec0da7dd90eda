/** A string, a comment, a comma before a bracket, or a name without quotes; what has no end goes on to that of the text. */
const liberties = /("(?:[^"\\]|\\[\s\S])*(?:"|\\?$))|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=\s*[\]}])|([{,]\s*)([A-Za-z_]\w*)(?=\s*:)/g;

/**
 * JSON without the liberties that ARM allows in templates: comments, trailing commas, and names without quotes, for `az deployment`
 * sends a template's file as it is below the bare name `template`.
 */
export function withoutLiberties(text: string): string {
  return text.replaceAll(liberties, (_: string, string?: string, before?: string, name?: string) => {
    if (string !== undefined) return string;
    return name === undefined ? '' : `${before ?? ''}"${name}"`;
  });
}

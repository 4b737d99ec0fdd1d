/** Whether a name can be that of a language's folder: `fr`, `pt-BR`. */
export const isLanguageName = (name: string): boolean => /^[a-z]{2,3}(-[A-Za-z]+)?$/.test(name);

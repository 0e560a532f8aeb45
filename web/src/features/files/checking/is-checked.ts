/** The texts that checks want: Kometa's own files, and what fills in their placeholders. */
export const isChecked = (path: string): boolean => /\.ya?ml$/i.test(path) || path === '.env';

import { useEffect } from 'preact/hooks';

/** Files that are pasted or dropped go nowhere: the customer is told, and no browser opens them in place of the chat. */
export function useWordsOnly(tell: () => void): void {
  useEffect(() => {
    const hasFiles = ({ types = [] }: Partial<DataTransfer> = {}) => types.includes('Files');
    const onDrag = (event: DragEvent) => {
      // Words may be dropped into a field, and nowhere else: an address would be gone to.
      const isField = event.target instanceof Element && event.target.matches('input, textarea');
      if (hasFiles(event.dataTransfer ?? {}) || !isField) event.preventDefault();
      if (event.type === 'drop' && hasFiles(event.dataTransfer ?? {})) tell();
    };
    const onPaste = (event: ClipboardEvent) => {
      // What comes from an office program is words with a picture of them.
      if (!hasFiles(event.clipboardData ?? {}) || event.clipboardData?.getData('text')) return;
      event.preventDefault();
      tell();
    };
    addEventListener('dragover', onDrag);
    addEventListener('drop', onDrag);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onDrag);
      removeEventListener('drop', onDrag);
      removeEventListener('paste', onPaste);
    };
  }, []);
}

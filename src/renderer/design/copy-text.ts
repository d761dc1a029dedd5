/**
 * Puts text on the clipboard. Pages that come over plain HTTP from another computer have no
 * clipboard interface; there the old command on a selected field still works.
 * @returns whether it is on the clipboard now
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Denied, for example without focus: the older way may still be allowed.
    }
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

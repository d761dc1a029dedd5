/**
 * Has the browser save what an address answers.
 * @param fileName left out: the name that the answer gives it
 */
export function download(address: string, fileName = ''): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/**
 * Lets whoever looks choose a file; `null` if they think better of it. Must be called while a click is
 * handled: browsers open no such dialog unasked.
 * @param accept endings of names, `.a,.b`
 */
export function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const settle = (): void => {
      input.remove();
      resolve(input.files?.[0] ?? null);
    };
    input.addEventListener('change', settle);
    input.addEventListener('cancel', settle);
    input.click();
  });
}

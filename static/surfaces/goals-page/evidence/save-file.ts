/**
 * Saves a text as a file. Forge's frames may download (sandbox `allow-downloads`), and a `blob:` address needs no
 * exception of the content security policy.
 */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, lastingMilliseconds);
}

/** The browser reads the address after the click; it must outlast that. */
const lastingMilliseconds = 60_000;

/**
 * Sets the attributes that choose the themes on `<html>`, and installs the design tokens once. A constructable style
 * sheet passes the production policy, which forbids `<style>`.
 */
export function applyTheme(attributes: Readonly<Record<string, string>>, css?: string): void {
  if (css !== undefined) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  for (const [name, value] of Object.entries(attributes)) {
    document.documentElement.setAttribute(name, value);
  }
}

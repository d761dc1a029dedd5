import { createHash } from 'node:crypto';

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root { color-scheme: light dark; }
body { margin: 12vh auto; max-width: 34rem; padding: 0 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; }
dt { margin-top: 1rem; opacity: 0.75; }
dd { margin: 0; }
code { font-size: 1rem; overflow-wrap: anywhere; user-select: all; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin-top: 2rem; }
label { display: grid; gap: 0.25rem; flex: 1 1 12rem; }
input, button { font: inherit; padding: 0.5rem 0.9rem; border: 1px solid; border-radius: 0.6rem; }
input { width: 100%; box-sizing: border-box; letter-spacing: 0.1em; text-transform: uppercase; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** For pages of {@link plainPage}: nothing but their one style sheet, known by its hash. */
export const plainPagePolicy = policyWith("form-action 'none'");
/** The same for a page with a form that is sent to where the page comes from. */
export const plainFormPolicy = policyWith("form-action 'self'");

function policyWith(formAction: string): string {
  return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; ${formAction}; frame-ancestors 'none'`;
}

/** A small page without scripts. `content` is HTML: escape what does not come from us. */
export function plainPage(title: string, content: string, language = 'en'): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

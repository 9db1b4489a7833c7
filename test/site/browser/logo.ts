/** The mark of the local site: not Jira's, so that nobody takes one for the other. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
<rect width="24" height="24" rx="5" fill="#1868DB"/>
<path d="M6 16.5 10.2 12l3 2.6L18 8" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>
<circle cx="18" cy="8" r="1.9" fill="#fff"/>
</svg>`;

// Runs before the first paint, so that a chosen dark theme never flashes white. The rest is platform/theme.ts.
const kept = localStorage.getItem('ct.theme')
const dark = kept === '"dark"' || (kept !== '"light"' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.classList.toggle('dark', dark)

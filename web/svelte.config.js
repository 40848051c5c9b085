/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: {
    // Elements are made one by one, never from an HTML string: the page's policy refuses those.
    fragments: 'tree',
    runes: true,
  },
};

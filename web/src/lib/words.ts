import type { Words } from '@barnraise/server/words/words.ts';
import { createContext } from 'svelte';

/**
 * The reader's words, put there by the root layout. In a page or a component:
 * `const t = useWords();` and then `{t('common.undo')}`.
 */
export const [useWords, provideWords] = createContext<Words>();

import type { GroupHead } from '@barnraise/server/people/find-group.ts';
import type { Caller } from '@barnraise/server/record/caller.ts';
import type { WordsName } from '@barnraise/server/words/words-by-name.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import type { FormState } from '#lib/form-state.ts';
import type { Handed } from '#lib/server/handed.ts';

declare global {
  namespace App {
    interface Error {
      /** Found again in the log: said by somebody who reports the error. */
      reference?: string;
    }
    interface Locals {
      /** The program's parts: database, config, keys; given to commands and queries. */
      context: Handed['context'];
      /** The reader's words. */
      t: Words;
      wordsName: WordsName;
      /** On the pages of a group: which one it is, and who is asking. */
      group: GroupHead;
      caller: Caller;
      /** Pages that only tests need are shown. */
      isTest: boolean;
    }
    interface PageData {
      /** Whose page this is: the group's name, or the program's where there is no group. */
      brand?: { readonly name: string; readonly href: string };
      menu?: readonly { readonly href: string; readonly label: string; readonly current?: boolean }[];
    }
  }
}

declare module '$app/types' {
  interface PageForm extends FormState {}
}

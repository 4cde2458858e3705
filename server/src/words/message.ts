/** A text with one form for each plural category of its language; the `count` parameter chooses the form. */
export interface PluralMessage {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** One message of the catalog. `{name}` stands for a parameter. */
export type Message = string | PluralMessage;

/** The names in braces inside a text. */
export type ParameterNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** What has to be given with a message: nothing, or a value for each name it holds. */
export type MessageParameters<M extends Message> = M extends string
  ? Record<ParameterNames<M>, string | number>
  : M extends PluralMessage
    ? Record<ParameterNames<M['other']>, string | number> & { readonly count: number }
    : never;

/** The same keys in another language: each text a text, each plural a plural. */
export type Translation<Area> = {
  readonly [Key in keyof Area]: Area[Key] extends string ? string : PluralMessage;
};

/** Puts the values in place of the names; a name without a value stays visible, so that it is noticed. */
export function fillMessage(text: string, parameters: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

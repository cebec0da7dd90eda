/** Whether a name is one that ICU allows for a parameter, and not words between braces. */
type Named<Name extends string> = Name extends '' | `${string} ${string}` ? never : Name;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}` | `${infer Rest} ` ? Trimmed<Rest> : Text;

/** What is read once a text is inside so many braces; `[]` is its outermost level, `'case'` the words of a plural, `'kind'` what stands before them. */
type Depth = readonly ('case' | 'kind')[];

/** Reads words up to the next brace: one that opens begins a parameter, one that closes ends the case the words are of. */
type InWords<Text extends string, Open extends Depth> = Text extends `${infer Words}{${infer Rest}`
  ? Words extends `${string}}${string}`
    ? Closing<Text, Open>
    : Parameter<Rest, Open>
  : Closing<Text, Open>;

type Closing<Text extends string, Open extends Depth> = Open extends readonly ['case', ...infer Outer extends Depth]
  ? Text extends `${string}}${infer Rest}`
    ? InKind<Rest, Outer>
    : never
  : never;

/** Reads the name after a brace, up to the comma before its kind or to its end. */
type Parameter<Text extends string, Open extends Depth> = Text extends `${infer Name}}${infer Rest}`
  ? Name extends `${infer Plural},${string}`
    ? Named<Trimmed<Plural>> | (Text extends `${string},${infer Kind}` ? InKind<Kind, ['kind', ...Open]> : never)
    : Named<Trimmed<Name>> | InWords<Rest, Open>
  : never;

/** Reads what a plural distinguishes: a brace that opens begins the words of a case, one that closes ends the parameter. */
type InKind<Text extends string, Open extends Depth> = Text extends `${infer Kind}{${infer Rest}`
  ? Kind extends `${string}}${string}`
    ? EndOfParameter<Text, Open>
    : InWords<Rest, ['case', ...Open]>
  : EndOfParameter<Text, Open>;

type EndOfParameter<Text extends string, Open extends Depth> = Open extends readonly ['kind', ...infer Outer extends Depth]
  ? Text extends `${string}}${infer Rest}`
    ? InWords<Rest, Outer>
    : never
  : never;

type Unquoted<Text extends string> = Text extends `${infer Before}'{'${infer After}` ? Unquoted<`${Before}${After}`> : Text;

/** The names of the parameters that a text in ICU message syntax asks for; `string` where the text is not known to the compiler. */
export type ParametersOf<Text extends string> = string extends Text ? string : InWords<Unquoted<Text>, []>;

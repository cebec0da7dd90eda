import type { MarkedToken, Token } from 'marked';

/** Narrows a token by its type: the lexer also speaks of extensions, of which there are none here. */
export const is = <K extends MarkedToken['type']>(token: Token, type: K): token is Extract<MarkedToken, { type: K }> => token.type === type;

import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';
import type { Blob, ContentProperties } from '../world/storage/blob';

type Named = Exclude<keyof ContentProperties, 'contentType' | 'contentMd5'>;

/** Names of the properties: in answers, in requests that set them, and as what a shared access signature shows instead. */
const names: readonly (readonly [property: Named, answered: string, asked: string, overridden: string])[] = [
  ['contentEncoding', 'Content-Encoding', 'x-ms-blob-content-encoding', 'rsce'],
  ['contentLanguage', 'Content-Language', 'x-ms-blob-content-language', 'rscl'],
  ['contentDisposition', 'Content-Disposition', 'x-ms-blob-content-disposition', 'rscd'],
  ['cacheControl', 'Cache-Control', 'x-ms-blob-cache-control', 'rscc'],
];

/** What a request says about a content; where its body is the content its own headers count, too. */
export function propertiesOf(request: HttpRequest, isBody: boolean): ContentProperties {
  const own = (name: string) => (isBody ? header(request, name) : undefined);
  const contentType = header(request, 'x-ms-blob-content-type') ?? own('content-type') ?? 'application/octet-stream';
  const contentMd5 = header(request, 'x-ms-blob-content-md5');
  const others = names.flatMap(([property, answered, asked]) => {
    const value = header(request, asked) ?? own(answered.toLowerCase());
    return value === undefined ? [] : [[property, value] as const];
  });
  return { contentType, ...(contentMd5 !== undefined && { contentMd5 }), ...Object.fromEntries(others) };
}

/** The properties of a content that goes from one blob to another. */
export function propertiesLike(blob: Blob): ContentProperties {
  const { contentType, contentMd5 } = blob;
  const others = names.flatMap(([property]) => (blob[property] === undefined ? [] : [[property, blob[property]] as const]));
  return { contentType, ...(contentMd5 !== undefined && { contentMd5 }), ...Object.fromEntries(others) };
}

/** The properties as headers of an answer, `Content-MD5` aside. */
export function propertyHeaders(blob: Blob, { query }: HttpRequest): Record<string, string> {
  const others = names.flatMap(([property, answered, , overridden]) => {
    const value = query.get(overridden) ?? blob[property];
    return value === undefined ? [] : [[answered, value] as const];
  });
  return { 'Content-Type': query.get('rsct') ?? blob.contentType, ...Object.fromEntries(others) };
}

/** A blob whose content says nothing of itself but its type. */
export function withoutProperties(blob: Blob): Blob {
  const { contentMd5: _, contentEncoding: __, contentLanguage: ___, contentDisposition: ____, cacheControl: _____, ...others } = blob;
  return others;
}

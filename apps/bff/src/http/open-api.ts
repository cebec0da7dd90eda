import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract, problem } from '@tresor/contracts';
import type { RequestHandler } from 'express';
import * as z from 'zod';

/** The contract as OpenAPI 3.1, made on first demand. */
export function openApi(): RequestHandler {
  let document: Promise<string> | undefined;
  return async (_req, res) => {
    document ??= openApiDocument();
    res.type('json').end(await document);
  };
}

/** The document as JSON text. */
export async function openApiDocument(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: 'Tresor', version: '1' },
    servers: [{ url: '/api' }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
  return JSON.stringify({ ...document, 'x-problem': z.toJSONSchema(problem) });
}

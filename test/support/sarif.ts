import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const text = {
  type: 'object',
  properties: { text: { type: 'string', minLength: 1 } },
  required: ['text'],
  additionalProperties: false,
};
const level = { enum: ['none', 'note', 'warning', 'error'] };
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const number = { type: 'integer', minimum: 1 };

/** What SARIF 2.1.0 asks of the parts of it that we write, in our own words; any other part is refused. */
const SARIF = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  rules: {
                    ...list(
                      closed(
                        {
                          id: { type: 'string' },
                          shortDescription: text,
                          help: text,
                          defaultConfiguration: closed({ level }, []),
                        },
                        ['id'],
                      ),
                    ),
                    uniqueItems: true,
                  },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: list(
            closed(
              {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: -1 },
                level,
                message: text,
                locations: list(
                  closed(
                    {
                      physicalLocation: closed(
                        {
                          artifactLocation: closed(
                            { uri: { type: 'string', format: 'uri-reference' }, uriBaseId: { type: 'string' } },
                            [],
                          ),
                          region: closed({ startLine: number, startColumn: number }, []),
                        },
                        ['artifactLocation'],
                      ),
                    },
                    [],
                  ),
                ),
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              },
              ['message'],
            ),
          ),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);

/** What is wrong with a document as SARIF; empty where nothing is. */
export function sarifErrors(document: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true });
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(SARIF);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

import { jsonSchemas } from '../../core/authoring/json-schemas.js';
import { EXIT, type ExitCode } from '../../errors.js';
import type { Host } from '../../io/system/host.js';

export async function rubricSchema(of: keyof typeof jsonSchemas, host: Host): Promise<ExitCode> {
  host.stdout.write(jsonSchemas[of]());
  return EXIT.ok;
}

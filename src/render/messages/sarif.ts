import type { Problem } from '../../core/problem.js';
import { familyOf } from '../../core/problem-words.js';
import { sha256 } from '../../core/scorecard/digest.js';
import { type JsonText, jsonDocument } from '../../core/text/safe-text.js';

type Level = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Problem['severity'], Level>> = {
  error: 'error',
  warning: 'warning',
  advice: 'warning',
  note: 'note',
};

/**
 * Problems as SARIF 2.1.0, which code scanning services read. Files are relative to the root of the sources, those
 * outside of it have their whole paths. What is
 * found again after other lines have moved has the same fingerprint.
 */
export function renderSarif(problems: readonly Problem[], version: string): JsonText {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const fingerprint = createFingerprints();
  return jsonDocument({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'scorecard',
            version,
            rules: codes.map((code) => ruleOf(code, problems.find((problem) => problem.code === code)?.severity)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: codes.indexOf(problem.code),
          level: LEVELS[problem.severity],
          message: { text: problem.message },
          ...locationsOf(problem),
          partialFingerprints: { 'problem/v1': fingerprint(problem) },
        })),
      },
    ],
  });
}

function locationsOf({ file, line, column }: Problem): object {
  if (file === undefined) return {};
  const region = line === undefined ? {} : { region: { startLine: line, ...(column ? { startColumn: column } : {}) } };
  const uri = file.split('/').map(encodeURIComponent).join('/');
  const isWhole = /^(?:[A-Za-z]:)?\//.test(file);
  const artifactLocation = isWhole
    ? { uri: `file://${uri.startsWith('/') ? '' : '/'}${uri}` }
    : { uri, uriBaseId: '%SRCROOT%' };
  return { locations: [{ physicalLocation: { artifactLocation, ...region } }] };
}

type Code = Problem['code'];

const HELP: Readonly<Record<ReturnType<typeof familyOf>, string>> = {
  advice:
    'Advice on how a rubric is written. The rubric is valid as it is; where its authors know better, it sets the advice aside by "allow" with this code and a reason.',
  yaml: 'The file is not the YAML that its author meant: a quote, an indentation or a sign is amiss.',
  file: 'The file cannot be read as it is.',
  schema: 'A key is unknown, missing, or holds what may not stand there.',
  rubric: 'Parts of a rubric, or of what stands beside it, contradict each other.',
};

function ruleOf(id: Code, severity: Problem['severity'] = 'error'): object {
  const words = id.replaceAll('-', ' ');
  return {
    id,
    shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}` },
    help: { text: `${HELP[familyOf(id)]} See: scorecard help rubrics` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/**
 * What a problem is known by from run to run: its code, its file, the keys and ids on the way to it and its words, never
 * its line nor its place in a list. Those that are alike are counted.
 */
function createFingerprints(): (problem: Problem) => string {
  const seen = new Map<string, number>();
  return ({ code, file, path, message }) => {
    const keys = path.filter((step) => typeof step === 'string');
    const key = JSON.stringify([code, file, keys, message]);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return sha256(`${key} ${times}`).slice(0, 32);
  };
}

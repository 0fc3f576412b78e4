import { join } from 'node:path';
import { type PlanSubject, parsePlan, type RubricOfPlan, subjectOfPlan } from '../../../core/plan/parse-plan.js';
import type { Plan } from '../../../core/plan/plan.js';
import { planFileData } from '../../../core/plan/plan-file.js';
import { type Checked, inFile } from '../../../core/problem.js';
import { slugOf } from '../../../core/text/slug.js';
import { ScorecardError, systemCode } from '../../../errors.js';
import { checkSource, located } from '../../rubrics/rubric-file.js';
import { accessIn, makeFolder } from '../../system/access.js';
import { readWhole, reason } from '../../system/files.js';
import { writeAtomically } from '../../system/write-file.js';
import { yamlText } from '../../yaml/write-yaml.js';
import { parseYamlSource, type YamlSource } from '../../yaml/yaml-source.js';
import { plansFolder } from '../layout.js';
import type { StoredPlan } from '../store.js';
import { planNames, stemOf } from './plan-names.js';

/** The plans of panels in a store, each a file for people to read and write. */

interface Folder {
  readonly path: string;
  readonly shown: string;
}

/** The plans by the names of their files; none where there is no folder of them. */
export function listPlans({ path, shown }: Folder): readonly StoredPlan[] {
  return planNames(path, shown).map((name) => readPlan(join(plansFolder(path), name), join(plansFolder(shown), name)));
}

function readPlan(path: string, shown: string): StoredPlan {
  const stem = stemOf(shown);
  const bytes = readWhole(path);
  if (!bytes.ok) {
    const failed = { ok: false, problems: inFile(bytes.problems, shown) } as const;
    return { location: shown, stem, subject: undefined, read: failed, check: () => failed };
  }
  const source = parseYamlSource(bytes.value);
  const data = source.ok ? source.value.data : source.mended?.data;
  const check = (rubric: RubricOfPlan) => checkSource(source, shown, (whole) => checkPlan(whole, shown, rubric));
  return { location: shown, stem, subject: subjectOfPlan(data), read: check(undefined), check };
}

function checkPlan(source: YamlSource, file: string, rubric: RubricOfPlan): Checked<Plan> {
  const checked = parsePlan(source.data, rubric);
  const problems = [...source.lostText('likely'), ...(checked.ok ? [] : checked.problems)];
  return checked.ok && problems.length === 0 ? checked : { ok: false, problems: located(problems, source, file) };
}

/** The name that a plan's file has, without its ending, unless another candidate of that name has it. */
export function planStem({ candidate, role }: PlanSubject): string {
  return `${slugOf(candidate.name)}-${role}`;
}

const COMMENT = `yaml-language-server: $schema=./plan.schema.json
Who interviews, and what may be seen before when. Change it by hand; "scorecard panel status" reads it.
visible: after-own, after-all or always. names: always, or after the decision. Take out who does not come.`;

/** More plans of one name than anybody writes. */
const MOST_OF_ONE_NAME = 1000;

/**
 * Writes a plan, whole and under a name that no other has. Returns where it is.
 *
 * @throws ScorecardError that names the file
 */
export function createPlan({ path, shown }: Folder, plan: Plan): string {
  const access = accessIn(path);
  makeFolder(path, access.folder);
  makeFolder(plansFolder(path), access.folder);
  const text = yamlText(planFileData(plan), COMMENT);
  const stem = planStem(plan);
  for (let number = 1; number <= MOST_OF_ONE_NAME; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.yaml`;
    try {
      writeAtomically(join(plansFolder(path), name), text, { mayReplace: false, ...access.kept });
      return join(plansFolder(shown), name);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST')
        throw new ScorecardError(`${join(plansFolder(shown), name)}: ${reason(error)}`);
    }
  }
  throw new RangeError('more plans of one name than anybody writes');
}

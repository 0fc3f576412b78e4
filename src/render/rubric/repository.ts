import type { RubricName } from '../../core/authoring/name-rubric.js';
import { type MarkdownText, say, type TerminalText } from '../../core/text/safe-text.js';
import { code, md } from '../text/markdown.js';

/** What checks the rubrics of a repository at each push. Where scorecard is installed from is the repository's to say. */
export const WORKFLOW: TerminalText = say`name: rubrics
on: [push, pull_request]
permissions: { contents: read }
jobs:
  rubrics:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0 }
      - run: npm install --global "\${SCORECARD_PACKAGE:?set it in the variables of this repository}"
        env: { SCORECARD_PACKAGE: "\${{ vars.SCORECARD_PACKAGE }}" }
      - run: scorecard rubric check -f github rubrics
      - run: scorecard rubric test -f github rubrics
      - run: |  # for who reviews it: what changed, and whether old scorecards still compare
          git diff -z --name-only --diff-filter=M origin/main -- ':(glob)rubrics/*.y*ml' ':(exclude)*.test.y*ml' |
            while IFS= read -r -d '' file; do
              git show "origin/main:$file" | scorecard rubric diff - "$file" || test $? -eq 1
            done
`;

/** Scorecards are about people, and no repository of rubrics is the place for them. */
export const IGNORED: TerminalText = say`# Scorecards are about people: they stay out of this repository.
scorecards/
`;

/** What to know of a repository of rubrics. */
export function repositoryReadme({ id, title }: RubricName): MarkdownText {
  const file = `rubrics/${id}.yaml`;
  return md`# Rubrics

Interview rubrics as code: ${title}.

A rubric says what is rated, what each rating looks like, and what the ratings come to; its test says what that should
be. Who changes one sees what the change does before anybody is interviewed by it.

| | |
|---|---|
| ${code(file)} | the rubric |
| ${code(`rubrics/${id}.test.yaml`)} | its test: answers, and what they should come to |
| \`rubrics/*.schema.json\` | for editors: both files are checked and completed while they are written |
| \`rubrics/skill/SKILL.md\` | how to write a rubric |
| \`.github/workflows/rubrics.yml\` | checks, tests and differences at each push |

## To change a rubric

\`\`\`sh
scorecard rubric check --strict rubrics
scorecard rubric test
git show main:${file} | scorecard rubric diff - ${file}
\`\`\`

A test that fails asks a question: is this meant? If it is, \`scorecard rubric test --update\` writes what comes out now, and
the review shows it. Raise the first number of the version when old scores stop being comparable.

## Once

In the settings of the repository, make a variable \`SCORECARD_PACKAGE\` for Actions: what \`npm install\` takes to install
scorecard from, an address of its repository or of a package that you have made with \`npm pack\`.

Scorecards are about people. They are kept where \`--store\` says, and never here: \`.gitignore\` leaves \`scorecards/\` out. Who
may read them can tell what a change would have meant: \`scorecard rubric diff OLD NEW --against STORE\`.
`.text;
}

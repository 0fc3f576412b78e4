import type { Topic } from './topic.js';

export const CI: Topic = {
  name: 'ci',
  about: 'rubrics as code, checked and tested at each push',
  parts: [
    {
      text: 'A rubric is a file, and who changes it changes what becomes of people. So it is reviewed like code: `rubric check` finds mistakes, `rubric test` runs the cases in ROLE.test.yaml beside it, `rubric diff` says what changed and whether old scorecards still compare. Each ends with 1 where the answer is "no". `rubric new "Title" --repo DIR` makes a repository with all of it.',
    },
    {
      text: 'Scorecards are about people and stay out of such a repository. Who may read them holds a change against them where they are, and tells counts: without --names, scorecards are known by their digests.',
    },
    { lines: ['scorecard rubric diff old.yaml rubrics/own.yaml --against STORE'] },
    {
      text: 'GitHub Actions, with $SCORECARD_PACKAGE for where scorecard is installed from. Problems and failed cases are shown at their lines, ten of each kind and a count of the rest:',
    },
    {
      lines: [
        '- uses: actions/checkout@v6',
        '  with: { fetch-depth: 0 }',
        '- run: npm install --global "$SCORECARD_PACKAGE"',
        '- run: scorecard rubric check -f github rubrics',
        '- run: scorecard rubric test -f github rubrics',
        '- run: |',
        '    git show origin/main:rubrics/own.yaml |',
        '      scorecard rubric diff - rubrics/own.yaml ||',
        '      test $? -eq 1',
      ],
    },
    {
      text: 'For code scanning, -f sarif writes SARIF 2.1.0, in which a problem keeps its fingerprint when its line moves:',
    },
    {
      lines: [
        '- run: scorecard rubric check -f sarif > rubrics.sarif',
        '  continue-on-error: true',
        '- uses: github/codeql-action/upload-sarif@v4',
        '  with: { sarif_file: rubrics.sarif }',
      ],
    },
    { text: 'GitLab:' },
    {
      lines: [
        'rubrics:',
        '  image: node:22',
        '  script:',
        '    - npm install --global "$SCORECARD_PACKAGE"',
        '    - scorecard rubric check rubrics',
        '    - scorecard rubric test rubrics',
        '  rules: [{ changes: ["rubrics/**/*"] }]',
      ],
    },
    { text: 'pre-commit, with the address of the repository of scorecard, and a revision of it:' },
    {
      lines: [
        'repos:',
        '  - repo: ADDRESS',
        '    rev: REVISION',
        '    hooks:',
        '      - id: scorecard-rubric-check',
        '      - id: scorecard-rubric-test',
      ],
    },
    {
      text: 'jq takes the rest from the JSON of any command. What reads scorecards by `scorecard` leaves out what was amended, altered or may not be seen yet; what reads their files does not:',
    },
    {
      lines: [
        '# failed cases, with what came out',
        'scorecard rubric test -f json |',
        "  jq '.files[].cases[] | select(.passed | not)'",
        '# ends with 1 where a past recommendation would differ',
        'scorecard rubric diff old.yaml new.yaml --against STORE -f json |',
        "  jq -e '.against.panels.turned == []'",
        '# how many candidates each recommendation has, by role',
        'scorecard summary -f json |',
        "  jq '.groups[] | {role: .rubric.id, given: (.candidates",
        '    | group_by(.recommendation)',
        "    | map({(.[0].recommendation): length}) | add)}'",
        '# how often each rating was given, by dimension',
        "jq -s 'map(.dimensions[]) | group_by(.id)",
        '  | map({(.[0].id): (group_by(.rating)',
        '    | map({(.[0].rating | tostring): length}) | add)})',
        "  | add' scorecards/*.json",
      ],
    },
  ],
};

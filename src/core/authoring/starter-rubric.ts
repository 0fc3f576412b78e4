import { jsonText } from '../text/safe-text.js';
/**
 * A commented rubric to begin with: it passes `rubric check --strict` as it stands, so that an author changes one thing
 * at a time and always knows what broke it.
 */
export function starterRubric(id: string, title: string): string {
  return `# yaml-language-server: $schema=./rubric.schema.json
# A rubric: one role. Check it with: scorecard rubric check --strict rubrics/${id}.yaml
id: ${id}
title: ${jsonText(title)}
version: 1.0.0            # raise the first number when old scores stop being comparable
summary: >-
  Two or three sentences: what the role answers for, and what this interview looks for.
scale:
  bar: 3                  # the rating that means "meets the bar"
  labels: { 1: Far below the bar, 2: Below the bar, 3: Meets the bar, 4: Above the bar, 5: Well above the bar }
weightsRationale: >-      # needed where weights differ; take it out when they are equal
  Say why the first dimension carries more than the second, from what the role is paid for.
dimensions:               # 5 to 8 of them; the weights sum to exactly 100
  - id: first-dimension   # names the CSV column: lower case, digits, hyphens
    name: First dimension
    weight: 60
    minutes: 25
    # optional: true      # allows "not applicable"
    # minimum: 2          # a rating below it caps the recommendation at "no"
    meetsBar: Did it for their own scope, explains how it works, and has a result that can be checked.
    anchors:              # each another kind of behaviour, not the same with a stronger adverb
      1: After two probes there is nothing that the candidate did, or what they did made things worse.
      2: Uses the right words for work that others led; the mechanism or the result is missing.
      3: Tells one case of their own from cause to result, with a figure that somebody could look up.
      4: Also names the price of the choice, who paid it, and what was measured to see whether it worked.
      5: Shows that the whole class of problem went away and stayed away after they left, and where the cure would be wrong.
    borders:
      3-4: After the probes, can they name the price and who accepted it?
    questions:            # about a past event first; one thing each
      - ask: Tell me about the last time you had to do this.
        listenFor: ["[2] we, never I", "[3] a figure from before and one from after", "[4] what was given up"]
        followUps: [What would have made you stop?, Who disagreed?]
    signals:
      strong: [volunteers a number and how it was measured]
      weak: [answers what the team did when asked what they did]
    evidence: [a figure that a candidate for this role can quote]
  - id: second-dimension
    name: Second dimension
    weight: 40
    minutes: 20
    meetsBar: Says what matters in words that the listener can act on.
    anchors:
      1: The listener could not say afterwards what was asked of them.
      2: Repeats the facts in the order in which they happened; what they mean is left to the listener.
      3: Says in three sentences what happened, whom it hurts and what comes next.
      4: Adds the options, what each costs, and the date by which somebody must choose.
      5: Points to a decision of theirs that others found in writing a year later and could still follow.
    questions:
      - ask: Tell me about bad news that you had to bring.
        listenFor: ["[3] the same day, with a next step", "[4] options with their cost"]
        followUps: [What did they do with it?]
    signals:
      strong: [restates the question before answering it]
      weak: [answers another question]
redFlags:                 # behaviour with harm; never changes the score
  - id: blames-a-person
    flag: Blames a named person twice and finds no cause in the system after being asked for one
    severity: concern     # stop: caps the recommendation at "no"
    why: Where people are blamed, mistakes are hidden.
    probe: What let that happen?
exercises: []
requirements:
  - { id: years, name: Years in the field, atLeast: 3, unit: years }
recommendation:
  coverageAtLeast: 70     # per cent of the weight that must be rated
  bands: { strong-yes: 4.2, yes: 3.0, no: 2.0 }
variants: []
`;
}

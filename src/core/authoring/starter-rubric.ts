import { jsonText } from '../text/safe-text.js';

/**
 * A commented rubric to begin with: it is valid as it stands, and `rubric check` tells which of its texts are still to be
 * written. An author changes one thing at a time and always knows what broke it.
 */
export function starterRubric(id: string, title: string): string {
  return `# yaml-language-server: $schema=./rubric.schema.json
# A rubric: one role. Check it with: scorecard rubric check --strict rubrics/${id}.yaml
id: ${id}
title: ${jsonText(title)}
version: 1.0.0            # raise the first number when old scores stop being comparable
summary: >-
  Two or three sentences: what the role answers for, and what this interview looks for.
howToRate: >-             # one paragraph for the interviewer
  Give the highest rating whose text was heard, together with the texts below it down to 3. One missing detail of
  several is allowed; what the border question asks is not.
scale:
  bar: 3                  # the rating that means "meets the bar"
  labels: { 1: Not shown, 2: Partly shown, 3: Meets the bar, 4: Above the bar, 5: Well above the bar }
weightsRationale: >-      # needed where weights differ; leave all weights out, and all weigh the same
  Say why the first dimension carries more than the second, from what the role is paid for.
dimensions:               # 5 to 8 of them; the weights sum to exactly 100
  - id: first-dimension   # names the CSV column: lower case, digits, hyphens
    name: First dimension
    weight: 60
    minutes: 20
    minimum: 2            # a rating below it caps the recommendation at "no"; leave it out where there is none
    # optional: true      # allows "not applicable"
    meetsBar: Did it for their own scope, explains how it works, and has a result that can be checked.
    anchors:              # short: for the eye, 8 words; text: 30 words; each another kind of behaviour, not a stronger adverb
      1: { short: Did nothing they can tell, text: "After the probes, told nothing that they did themselves." }
      2: { short: Right words for work of others, text: "Used the right words for work that others led, without mechanism and without result." }
      3: { short: "Own case from cause to figure", text: "Told one case of their own from cause to result, with a figure that somebody could look up." }
      4: { short: "Predicted, measured, and explained the gap", text: "Predicted the result beforehand, measured it, and explained the difference." }
      5: { short: Whole class of problem gone, text: "Showed that the whole class of problem went away in other hands, and where the cure would be wrong." }
    borders:
      2-3: After the probes, is there a figure from before and one from after?
      3-4: Was the result predicted before it was measured?
    questions:            # about a past event first; one thing each; core: asked of every candidate, 5 minutes each
      - ask: Tell me about the last time you had to do this.
        core: true
        followUps: ["How does it work, and what was the result?", How did you check the figure?]   # the first two are "the probes"
        listenFor: ["[2] we, never I", "[3] a figure from before and one from after", "[4] what they had predicted"]
    signals:
      strong: [volunteers a number and how it was measured]
      weak: [answers what the team did when asked what they did]
    evidence: [a figure that a candidate for this role can quote]
  - id: second-dimension
    name: Second dimension
    weight: 40
    minutes: 15
    meetsBar: Says what matters in words that the listener can act on.
    anchors:
      1: { short: Listener could not act on it, text: "The listener could not say afterwards what was asked of them." }
      2: { short: "Facts in order, meaning left open", text: "Repeated the facts in the order in which they happened, and left their meaning to the listener." }
      3: { short: "What happened, whom it hurts, what next", text: "Told in a few sentences what happened, whom it hurts and what comes next." }
      4: { short: "Options, each with its cost, and a date", text: "Added the options, what each costs, and the date by which somebody must choose." }
      5: { short: "Others still follow the written decision", text: "Pointed to a decision of theirs that others found in writing later and could still follow." }
    questions:
      - ask: Tell me about bad news that you had to bring.
        core: true
        followUps: [Who had to act on it?, What did they do with it?]
        listenFor: ["[3] what matters, in words that the listener can act on", "[4] options with their cost"]
    signals:
      strong: [restates the question before answering it]
      weak: [answers another question]
# sessions:               # where several people interview: each rates 3 or 4 dimensions
#   - { id: first, title: First conversation, minutes: 45, dimensions: [first-dimension, second-dimension] }
redFlags:                 # behaviour with harm; never changes the score
  - id: blames-a-person
    flag: Blames a named person twice and finds no cause in the system after being asked for one
    severity: concern     # stop: caps the recommendation at "no"
    why: Where people are blamed, mistakes are hidden.
    probe: What let that happen?
exercises: []
requirements:
  - { id: years, name: Years in the field, atLeast: 3, unit: years, required: false }
recommendation:
  coverageAtLeast: 70     # per cent of the weight that must be rated
  bands: { "strong-yes": 3.9, "yes": 3.0, "no": 2.0 }   # at least; quoted, since other programs take a bare yes for true
  strongYesNeeds: 3       # with a rating below it in any dimension, at most "yes"
  borderline: 0.15        # a score this near to the "yes" is marked as borderline
variants: []
`;
}

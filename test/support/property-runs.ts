/**
 * How many random cases a property of whole commands gets, which take milliseconds each: few in every run of the
 * suite, many with SCORECARD_TEST_RUNS (CONTRIBUTING, "Tests").
 */
export const PROPERTY_RUNS = Number(process.env.SCORECARD_TEST_RUNS ?? 30);

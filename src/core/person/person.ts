/** A candidate or an interviewer. */
export interface Person {
  readonly name: string;
  /** An e-mail address, or the id in an applicant tracking system. Where there is one, it is who they are. */
  readonly id?: string | undefined;
}

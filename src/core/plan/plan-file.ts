import type { Person } from '../person/person.js';
import type { Plan, PlannedInterviewer } from './plan.js';

/** A plan as the data of its file, with nothing said that is understood. */
export function planFileData(plan: Plan): object {
  const { candidate, role, variant, date, lead, visible, names, sessions, interviewers } = plan;
  return {
    candidate: personData(candidate),
    role,
    ...(variant === undefined ? {} : { variant }),
    ...(date === undefined ? {} : { date }),
    ...(lead === undefined ? {} : { lead: personData(lead) }),
    visible,
    names,
    ...(sessions.length === 0 ? {} : { sessions }),
    interviewers: interviewers.map((one) => interviewerData(one, date)),
  };
}

function personData({ name, id }: Person): string | Person {
  return id === undefined ? name : { name, id };
}

function interviewerData({ name, id, sessions, minutes, date, isShadow }: PlannedInterviewer, usual?: string): object {
  return {
    name,
    ...(id === undefined ? {} : { id }),
    ...(sessions === undefined ? {} : { sessions }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(date === undefined || date === usual ? {} : { date }),
    ...(isShadow ? { shadow: true } : {}),
  };
}

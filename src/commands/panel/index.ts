import type { Register } from '../context.js';
import { registerPanelDebrief } from './debrief/index.js';
import { registerDecision } from './decision/index.js';
import { registerPanelPlan } from './plan/index.js';
import { registerPanelShow } from './show/index.js';

export const registerPanel: Register = (parent, context) => {
  const panel = parent.command('panel').description('the decision meeting: what the interviewers of one candidate saw');
  registerPanelPlan(panel, context);
  registerPanelShow(panel, context);
  registerPanelDebrief(panel, context);
  registerDecision(panel, context);
};

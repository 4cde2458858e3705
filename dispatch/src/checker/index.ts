/** The judge of plans. */
export { checkPlan } from './check-plan.ts';
export type { Verdict } from './check-plan.ts';
export { planRules } from './plan-defect.ts';
export type { PlanDefect, PlanRule } from './plan-defect.ts';
export { planOfRoutes } from './plan-of-routes.ts';
export { planOfSchedule } from './plan-of-schedule.ts';
export type { RouteSchedule, ScheduleStep } from './plan-of-schedule.ts';

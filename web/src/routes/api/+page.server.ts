import { apiReference } from '@barnraise/server/api/api-reference.ts';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ reference: apiReference(locals.context.config.http.origin) });

import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { askForHelp } from '../../../requests/ask-for-help.ts';
import { intakeRules } from '../../../requests/ask-pages.ts';
import { newRequestOf, requestBody } from '../../bodies/new-request.ts';
import { endpoint } from '../../endpoint.ts';
import { id } from '../../fields.ts';

export const createRequest = endpoint({
  method: 'POST',
  path: '/requests',
  name: 'createRequest',
  says: 'Brings what somebody asked for elsewhere. It waits in the inbox like any other request; words of danger alarm whoever is on duty. Give the link to who asked: with it they see and change their request, and nobody can read it back.',
  scopes: ['requests:write'],
  body: requestBody,
  answers: z.strictObject({
    id,
    code: z.string().describe('Short and speakable; no secret.'),
    link: z.string().describe('The private link of who asked.'),
    danger: z.array(z.string()).describe('Codes of dangers that the words speak of.'),
  }),
  makes: (made) => `/requests/${made.id}`,
  refuses: ['not-allowed', 'fields-wrong', 'asks-closed'],
  run: async ({ context, program, body, key }) => {
    const rules = await intakeRules(
      context,
      program.groupId,
      body.needs.map(({ kind }) => kind),
    );
    const request = newRequestOf(body, rules);
    if (!request.ok) return request;
    const asking = { request: request.value, formKey: key, heldForALook: false };
    const asked = await askForHelp(context, program, asking);
    if (!asked.ok) return asked;
    const { requestId, code, token, danger } = asked.value;
    const link = `${context.config.http.origin}/${program.slug}/r/${token}`;
    return accept({ id: requestId, code, link, danger: [...new Set(danger.map((match) => match.code))] });
  },
});
